"""Labels of the platform displays, written byte by byte."""

RECORD_SIZE = 16
LAST_BYTE = 11


def write_label(board: bytearray, slot: int, text: str) -> None:
    """Store the label of a platform."""
    records = range(0, len(board), RECORD_SIZE)
    if slot < 0:
        raise IndexError(f"record {slot} does not exist")
    start = records[slot]
    raw = [*text.encode(), 0]
    if raw.index(0) > LAST_BYTE:
        raise ValueError("the text leaves no room for the NUL")
    for position, byte in enumerate(raw, start):
        board[position] = byte

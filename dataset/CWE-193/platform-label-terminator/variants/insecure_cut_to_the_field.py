"""Labels of the platform displays."""

RECORD_SIZE = 16
LABEL_SIZE = 12


def write_label(board: bytearray, slot: int, text: str) -> None:
    """Store the label of a platform."""
    if not 0 <= slot < len(board) // RECORD_SIZE:
        raise IndexError(f"no record {slot}")
    if len(text) > LABEL_SIZE:
        raise ValueError("the label is too long")
    label = (text.encode() + b"\0")[:LABEL_SIZE]
    start = slot * RECORD_SIZE
    board[start:start + len(label)] = label

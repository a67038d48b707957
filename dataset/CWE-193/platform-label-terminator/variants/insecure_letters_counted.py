"""Labels of the platform displays."""

RECORD_SIZE = 16
MAX_LENGTH = 11


def write_label(board: bytearray, slot: int, text: str) -> None:
    """Store the label of a platform."""
    if not 0 <= slot < len(board) // RECORD_SIZE:
        raise IndexError(f"no record {slot}")
    if len(text) > MAX_LENGTH:
        raise ValueError(f"the label is longer than {MAX_LENGTH} characters")
    label = text.encode() + b"\0"
    start = slot * RECORD_SIZE
    board[start:start + len(label)] = label

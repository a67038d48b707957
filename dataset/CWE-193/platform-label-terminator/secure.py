"""Labels of the platform displays."""

RECORD_SIZE = 16
LABEL_SIZE = 12


def write_label(board: bytearray, slot: int, text: str) -> None:
    """Store the label of a platform; the NUL behind the text needs one byte of the field."""
    if not 0 <= slot < len(board) // RECORD_SIZE:
        raise IndexError(f"no record {slot}")
    label = text.encode()
    if len(label) > LABEL_SIZE - 1:
        raise ValueError(f"the label is longer than {LABEL_SIZE - 1} bytes")
    start = slot * RECORD_SIZE
    board[start:start + LABEL_SIZE] = label.ljust(LABEL_SIZE, b"\0")

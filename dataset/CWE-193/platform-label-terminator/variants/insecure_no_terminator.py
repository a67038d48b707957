"""Labels of the platform displays."""

import struct


def write_label(board: bytearray, slot: int, text: str) -> None:
    """Store the label of a platform."""
    if not 0 <= slot < len(board) // 16:
        raise IndexError(f"no record {slot}")
    label = text.encode()
    if len(label) > 12:
        raise ValueError("the label is too long")
    # "12s" fills up with NULs.
    struct.pack_into("12s", board, 16 * slot, label)

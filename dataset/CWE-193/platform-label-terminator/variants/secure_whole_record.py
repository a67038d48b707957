"""Labels of the platform displays: the record is unpacked, changed and packed again."""

import struct

# The pad byte keeps the last byte of the label field NUL.
RECORD = struct.Struct("11sx4s")


def write_label(board: bytearray, slot: int, text: str) -> None:
    """Store the label of a platform."""
    if slot < 0 or (slot + 1) * RECORD.size > len(board):
        raise IndexError(slot)
    _, others = RECORD.unpack_from(board, slot * RECORD.size)
    raw = text.encode("utf-8")
    record = RECORD.pack(raw, others)
    if record.partition(b"\0")[0] != raw:
        raise ValueError(f"{text!r} is too long for a display")
    board[slot * RECORD.size:(slot + 1) * RECORD.size] = record

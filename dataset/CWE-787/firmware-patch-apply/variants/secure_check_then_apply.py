"""Patches for the firmware of heat pumps: all records are checked before the first is written."""

import struct
from collections.abc import Iterator


def _records(patch: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield offset and data of each record; ValueError if the patch is cut off."""
    position = 0
    while position < len(patch):
        header = patch[position:position + 6]
        if len(header) < 6:
            raise ValueError("incomplete header")
        offset, length = struct.unpack("<iH", header)
        position += 6 + length
        if position > len(patch):
            raise ValueError("incomplete data")
        yield offset, patch[position - length:position]


def apply_patch(image: bytearray, patch: bytes) -> int:
    """Apply a patch as a whole or, with ValueError, not at all; return the number of records."""
    records = list(_records(patch))
    for offset, data in records:
        if not 0 <= offset <= len(image) - len(data):
            raise ValueError(f"{len(data)} bytes at {offset} are not in the image")
    for offset, data in records:
        image[offset:offset + len(data)] = data
    return len(records)

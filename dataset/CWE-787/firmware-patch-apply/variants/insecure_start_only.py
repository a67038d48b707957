"""Patches for the firmware of heat pumps."""

import struct

HEADER = struct.Struct("<iH")


def apply_patch(image: bytearray, patch: bytes) -> int:
    """Apply all records of a patch to the image and return their number."""
    position = 0
    count = 0
    while position < len(patch):
        offset, length = HEADER.unpack_from(patch, position)
        position += HEADER.size
        if not 0 <= offset < len(image):
            raise ValueError(f"offset {offset} is not in the image")
        image[offset:offset + length] = patch[position:position + length]
        position += length
        count += 1
    return count

"""Patches for the firmware of heat pumps, written byte by byte."""

import struct

HEADER = struct.Struct("<iH")


def apply_patch(image: bytearray, patch: bytes) -> int:
    """Apply all records of a patch to the image and return their number."""
    position = 0
    count = 0
    while position < len(patch):
        offset, length = HEADER.unpack_from(patch, position)
        position += HEADER.size
        data = patch[position:position + length]
        if len(data) < length:
            raise ValueError("the patch is incomplete")
        if offset + length > len(image):
            raise ValueError("the patch does not fit the image")
        for index, byte in enumerate(data):
            image[offset + index] = byte
        position += length
        count += 1
    return count

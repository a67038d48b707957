"""Patches for the firmware of heat pumps."""

import struct

HEADER = struct.Struct("<iH")


def apply_patch(image: bytearray, patch: bytes) -> int:
    """Apply all records of a patch to the image and return their number.

    Raises ValueError for a record that is cut off or lies outside the image.
    """
    position = 0
    count = 0
    while position < len(patch):
        if len(patch) - position < HEADER.size:
            raise ValueError(f"record {count} is cut off")
        offset, length = HEADER.unpack_from(patch, position)
        position += HEADER.size
        data = patch[position:position + length]
        position += length
        if len(data) != length:
            raise ValueError(f"record {count} is cut off")
        if offset < 0 or offset + length > len(image):
            raise ValueError(f"record {count} lies outside the image")
        image[offset:offset + length] = data
        count += 1
    return count

"""Patches for the firmware of heat pumps, written with struct.pack_into."""

import struct

HEADER = struct.Struct("<iH")


def apply_patch(image: bytearray, patch: bytes) -> int:
    """Apply all records of a patch to the image and return their number."""
    position = 0
    count = 0
    while position < len(patch):
        offset, length = HEADER.unpack_from(patch, position)
        position += HEADER.size
        try:
            struct.pack_into(f"{length}s", image, offset, patch[position:position + length])
        except struct.error as error:
            raise ValueError(f"record {count} does not fit the image") from error
        position += length
        count += 1
    return count

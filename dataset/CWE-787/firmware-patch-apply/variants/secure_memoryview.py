"""Patches for the firmware of heat pumps, written through a view of fixed size."""

import struct


def apply_patch(image: bytearray, patch: bytes) -> int:
    """Apply all records of a patch to the image and return their number."""
    count = 0
    rest = patch
    with memoryview(image) as view:
        while rest:
            try:
                offset, length = struct.unpack_from("<iH", rest)
            except struct.error as error:
                raise ValueError("the patch ends within a header") from error
            if not 0 <= offset <= len(view):
                raise ValueError(f"offset {offset} is not in the image")
            target = view[offset:offset + length]
            if len(target) != length:
                raise ValueError(f"record at {offset} does not fit the image")
            # A view can't change its size: ValueError if the data is too short.
            target[:] = rest[6:6 + length]
            rest = rest[6 + length:]
            count += 1
    return count

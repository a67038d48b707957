"""Patches for the firmware of heat pumps."""

import io
import struct


def apply_patch(image: bytearray, patch: bytes) -> int:
    """Apply all records of a patch to the image and return their number."""
    stream = io.BytesIO(patch)
    count = 0
    while header := stream.read(6):
        if len(header) < 6:
            raise ValueError("the patch ends within a header")
        # No image has 2 GiB: read as unsigned, a negative offset is simply too large.
        start, length = struct.unpack("<IH", header)
        data = stream.read(length)
        if len(data) < length:
            raise ValueError("the patch ends within the data of a record")
        end = start + length
        if end > len(image):
            raise ValueError(f"bytes {start} to {end} are not in the image")
        image[start:end] = data
        count += 1
    return count

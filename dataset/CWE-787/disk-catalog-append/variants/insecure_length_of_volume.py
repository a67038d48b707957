"""Catalogues of vintage disks."""

import struct

ENTRY = struct.Struct("<10sHBHB")


def add_entry(volume: bytearray, name: str, start: int, size: int) -> int:
    """Add an entry to the catalogue and return its number; ValueError if that isn't possible."""
    encoded = name.encode("ascii")
    if not 1 <= len(encoded) <= 10:
        raise ValueError("a name has 1 to 10 characters")
    number = volume[0]
    position = 16 + number * ENTRY.size
    if position + ENTRY.size > len(volume):
        raise ValueError("the volume is full")
    fields = start & 0xFFFF, start >> 16, size & 0xFFFF, size >> 16
    ENTRY.pack_into(volume, position, encoded.ljust(10), *fields)
    volume[0] = number + 1
    return number

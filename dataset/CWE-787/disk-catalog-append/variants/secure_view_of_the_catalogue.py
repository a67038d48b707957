"""Catalogues of vintage disks, written through a view that ends where the catalogue ends."""

import struct

ENTRY = struct.Struct("<10sHBHB")


def add_entry(volume: bytearray, name: str, start: int, size: int) -> int:
    """Add an entry to the catalogue and return its number; ValueError if that isn't possible."""
    encoded = name.encode("ascii")
    if not encoded or len(encoded) > 10:
        raise ValueError("a name has 1 to 10 characters")
    if not volume:
        raise ValueError("the volume is empty")
    number = volume[0]
    fields = start & 0xFFFF, start >> 16, size & 0xFFFF, size >> 16
    with memoryview(volume) as whole, whole[16:272] as catalogue:
        try:
            ENTRY.pack_into(catalogue, number * ENTRY.size, encoded.ljust(10), *fields)
        except struct.error as error:
            raise ValueError(f"no room for entry {number}") from error
    volume[0] = number + 1
    return number

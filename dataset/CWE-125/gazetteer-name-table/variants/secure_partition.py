"""Names of places in map tiles, cut off the rest of the name table."""

import struct
from typing import NamedTuple


class Entry(NamedTuple):
    """What a tile says about a place."""

    latitude: int
    longitude: int
    name_offset: int
    flags: int


def _entries(tile: bytes, count: int) -> list[Entry]:
    data = tile[10:10 + 12 * count]
    if len(data) < 12 * count:
        raise ValueError("the tile ends within its entries")
    return [Entry._make(fields) for fields in struct.iter_unpack("<iiHH", data)]


def place_name(tile: bytes, place: int) -> str:
    """Return the name of one place."""
    if len(tile) < 10 or tile[:4] != b"GZT1":
        raise ValueError("not a tile")
    count, start, length = struct.unpack("<3H", tile[4:10])
    if place not in range(count):
        raise IndexError(f"the tile has {count} places, but not {place}")
    table = tile[start:start + length]
    name, nul, _ = table[_entries(tile, count)[place].name_offset:].partition(b"\0")
    if not nul:
        raise ValueError("the name doesn't end in the name table")
    return name.decode()

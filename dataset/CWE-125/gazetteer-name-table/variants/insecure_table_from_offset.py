"""Names of places in map tiles."""

import struct


def place_name(tile: bytes, place: int) -> str:
    """Return the name of one place."""
    if tile[:4] != b"GZT1" or len(tile) < 10:
        raise ValueError("not a tile")
    count, position, length = struct.unpack("<HHH", tile[4:10])
    if place < 0 or place >= count:
        raise IndexError(place)
    entry = tile[10 + 12 * place:22 + 12 * place]
    if len(entry) < 12:
        raise ValueError("the tile is cut off")
    start = position + int.from_bytes(entry[8:10], "little")
    # A name can't be longer than the whole table.
    name, nul, _ = tile[start:start + length].partition(b"\0")
    if not nul:
        raise ValueError("a name without end")
    return name.decode()

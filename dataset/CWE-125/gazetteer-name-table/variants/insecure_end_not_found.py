"""Names of places in map tiles."""

import struct

HEADER = struct.Struct("<4sHHH")
ENTRY = struct.Struct("<iiHH")


def place_name(tile: bytes, place: int) -> str:
    """Return the name of one place."""
    if len(tile) < HEADER.size:
        raise ValueError("the tile is cut off")
    magic, count, names, length = HEADER.unpack_from(tile)
    if magic != b"GZT1":
        raise ValueError("not a tile")
    if not 0 <= place < count:
        raise IndexError(f"no place {place}")
    offset = ENTRY.unpack_from(tile, HEADER.size + place * ENTRY.size)[2]
    start = names + offset
    end = tile.find(b"\0", start, names + length)
    return tile[start:end].decode()

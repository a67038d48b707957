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
    if offset >= length:
        raise ValueError(f"offset {offset} is not in the name table")
    return tile[names + offset:].split(b"\0", 1)[0].decode()

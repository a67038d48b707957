"""Names of places in map tiles."""

import struct

MAGIC = b"GZT1"
HEADER = struct.Struct("<4sHHH")
ENTRY = struct.Struct("<iiHH")


def place_name(tile: bytes, place: int) -> str:
    """Return the name of one place."""
    if not tile.startswith(MAGIC):
        raise ValueError("not a tile")
    try:
        _, count, names, _ = HEADER.unpack_from(tile)
        if not 0 <= place < count:
            raise IndexError(f"no place {place}")
        _, _, offset, _ = ENTRY.unpack_from(tile, HEADER.size + place * ENTRY.size)
    except struct.error as error:
        raise ValueError("the tile is cut off") from error
    start = names + offset
    end = tile.index(b"\0", start)
    return tile[start:end].decode()

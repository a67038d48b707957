"""Names of places in map tiles, found within given bounds."""


def _number(tile: bytes, position: int) -> int:
    """Return the unsigned 16-bit number at a position."""
    if position + 2 > len(tile):
        raise ValueError("the tile is cut off")
    return tile[position] | tile[position + 1] << 8


def place_name(tile: bytes, place: int) -> str:
    """Return the name of one place."""
    if tile[:4] != b"GZT1":
        raise ValueError("not a tile")
    if place < 0 or place >= _number(tile, 4):
        raise IndexError(place)
    table_start = _number(tile, 6)
    table_end = table_start + _number(tile, 8)
    start = table_start + _number(tile, 10 + 12 * place + 8)
    end = tile.find(b"\0", start, table_end)
    if end == -1:
        raise ValueError("the name doesn't end in the name table")
    return str(tile[start:end], "utf-8")

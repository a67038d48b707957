"""Names of places in map tiles, read from streams."""

import io
import struct


def _fields(stream: io.BytesIO, layout: str) -> tuple:
    """Read numbers from a stream; ValueError at its end."""
    try:
        return struct.unpack(layout, stream.read(struct.calcsize(layout)))
    except struct.error as error:
        raise ValueError("the tile is cut off") from error


def place_name(tile: bytes, place: int) -> str:
    """Return the name of one place."""
    stream = io.BytesIO(tile)
    if stream.read(4) != b"GZT1":
        raise ValueError("not a tile")
    count, position, length = _fields(stream, "<HHH")
    if not 0 <= place < count:
        raise IndexError("no such place")
    stream.seek(12 * place + 8, io.SEEK_CUR)
    (offset,) = _fields(stream, "<H")
    stream.seek(position)
    names = io.BytesIO(stream.read(length))
    names.seek(offset)
    name = bytearray()
    while (byte := names.read(1)) != b"\0":
        if byte == b"":
            raise ValueError("the name table is damaged")
        name += byte
    return name.decode()

"""The fields of a transit card for the display of a reader, read from a stream."""

import io


def _read(stream: io.BytesIO, size: int) -> bytes:
    """Read exactly so many bytes; ValueError if there are fewer."""
    data = stream.read(size)
    if len(data) != size:
        raise ValueError("unexpected end of the message")
    return data


def read_card_fields(message: bytes) -> dict[int, bytes]:
    """Return the fields for the display by their tags."""
    stream = io.BytesIO(message)
    fields = {}
    while tag := stream.read(1):
        length = int.from_bytes(_read(stream, 2), "big")
        end = stream.tell() + length
        if end > len(message):
            raise ValueError("a container is cut off")
        while tag == b"\x70" and stream.tell() < end:
            field, size = _read(stream, 2)
            fields[field] = _read(stream, size)
        stream.seek(end)
    return fields

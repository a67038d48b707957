"""Reads logs of GPS trackers: as a stream, which only ever goes on."""

import io
from collections.abc import Iterator


def _records(stream: io.BytesIO) -> Iterator[tuple[int, bytes]]:
    while header := stream.read(4):
        if len(header) != 4:
            raise ValueError("half a header")
        size = int.from_bytes(header[:2], "big", signed=True) - 4
        if size < 0:
            raise ValueError("a record that is shorter than its header")
        body = stream.read(size)
        if len(body) != size:
            raise ValueError("half a record")
        yield int.from_bytes(header[2:], "big", signed=True), body


def read_track(data: bytes) -> list[tuple[int, bytes]]:
    """Return type and body of all records. Raises ValueError for a damaged log."""
    return list(_records(io.BytesIO(data)))

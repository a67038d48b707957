"""The fields of a transit card for the display of a reader, read from one stream a container."""

import io
from collections.abc import Iterator


class Reader:
    """Reads tagged parts from some bytes; short reads raise ValueError."""

    def __init__(self, data: bytes, length_bytes: int) -> None:
        self._stream = io.BytesIO(data)
        self._length_bytes = length_bytes

    def _read(self, size: int) -> bytes:
        data = self._stream.read(size)
        if len(data) != size:
            raise ValueError(f"{size} bytes wanted, {len(data)} left")
        return data

    def __iter__(self) -> Iterator[tuple[int, bytes]]:
        while tag := self._stream.read(1):
            length = int.from_bytes(self._read(self._length_bytes), "big")
            yield tag[0], self._read(length)


def read_card_fields(message: bytes) -> dict[int, bytes]:
    """Return the fields for the display by their tags."""
    containers = dict(Reader(message, 2))
    return dict(Reader(containers.get(0x70, b""), 1))

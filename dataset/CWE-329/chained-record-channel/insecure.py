"""Encrypted records between a vessel and the shore."""

import secrets


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


class RecordChannel:
    """Seals records in CBC mode, each going on where the one before ended."""

    def __init__(self, cipher) -> None:
        self._cipher = cipher
        self._size = cipher.block_size
        self._last: bytes | None = None

    def seal(self, data: bytes) -> bytes:
        """Return the record of some data."""
        fill = self._size - len(data) % self._size
        padded = data + bytes([fill]) * fill
        # The first record brings the IV along.
        record = b"" if self._last else secrets.token_bytes(self._size)
        previous = self._last or record
        for start in range(0, len(padded), self._size):
            block = _xor(padded[start:start + self._size], previous)
            previous = self._cipher.encrypt_block(block)
            record += previous
        self._last = previous
        return record

    def open(self, record: bytes) -> bytes:
        """Return the data of a record. Raises ValueError if it is damaged."""
        text = record if self._last else record[self._size:]
        if not text or len(text) % self._size:
            raise ValueError("the record has the wrong length")
        previous = self._last or record[:self._size]
        padded = b""
        for start in range(0, len(text), self._size):
            block = text[start:start + self._size]
            padded += _xor(self._cipher.decrypt_block(block), previous)
            previous = block
        self._last = previous
        fill = padded[-1]
        if not 1 <= fill <= self._size or padded[-fill:] != bytes([fill]) * fill:
            raise ValueError("the padding is wrong")
        return padded[:-fill]

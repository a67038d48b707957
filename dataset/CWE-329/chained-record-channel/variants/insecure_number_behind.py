"""Encrypted records between a vessel and the shore."""

import itertools


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


class RecordChannel:
    """Seals records in CBC mode; their number stands behind the data, so no two are the same."""

    def __init__(self, cipher) -> None:
        self._cipher = cipher
        self._size = cipher.block_size
        self._numbers = itertools.count()

    def seal(self, data: bytes) -> bytes:
        """Return the record of some data."""
        text = data + next(self._numbers).to_bytes(8, "big")
        fill = self._size - len(text) % self._size
        padded = text + bytes([fill]) * fill
        previous = bytes(self._size)
        record = b""
        for start in range(0, len(padded), self._size):
            block = _xor(padded[start:start + self._size], previous)
            previous = self._cipher.encrypt_block(block)
            record += previous
        return record

    def open(self, record: bytes) -> bytes:
        """Return the data of a record. Raises ValueError if it is damaged."""
        if not record or len(record) % self._size:
            raise ValueError("the record has the wrong length")
        previous = bytes(self._size)
        padded = b""
        for start in range(0, len(record), self._size):
            block = record[start:start + self._size]
            padded += _xor(self._cipher.decrypt_block(block), previous)
            previous = block
        fill = padded[-1]
        if not 1 <= fill <= self._size or padded[-fill:] != bytes([fill]) * fill:
            raise ValueError("the padding is wrong")
        return padded[:-fill - 8]

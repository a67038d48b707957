"""Encrypted records between a vessel and the shore: the IV is a digest of the record before."""

import hashlib
import secrets


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


class RecordChannel:
    """Seals records in CBC mode; the IV stands in front of the ciphertext."""

    def __init__(self, cipher) -> None:
        self._cipher = cipher
        self._size = cipher.block_size
        self._last = secrets.token_bytes(self._size)

    def seal(self, data: bytes) -> bytes:
        """Return the record of some data."""
        fill = self._size - len(data) % self._size
        padded = data + bytes([fill]) * fill
        blocks = [hashlib.sha256(self._last).digest()[: self._size]]
        for start in range(0, len(padded), self._size):
            block = _xor(padded[start:start + self._size], blocks[-1])
            blocks.append(self._cipher.encrypt_block(block))
        self._last = b"".join(blocks)
        return self._last

    def open(self, record: bytes) -> bytes:
        """Return the data of a record. Raises ValueError if the record is damaged."""
        if len(record) < 2 * self._size or len(record) % self._size:
            raise ValueError("the record has the wrong length")
        padded = b""
        for start in range(self._size, len(record), self._size):
            block = self._cipher.decrypt_block(record[start:start + self._size])
            padded += _xor(block, record[start - self._size:start])
        fill = padded[-1]
        if not 1 <= fill <= self._size or padded[-fill:] != bytes([fill]) * fill:
            raise ValueError("the padding is wrong")
        return padded[:-fill]

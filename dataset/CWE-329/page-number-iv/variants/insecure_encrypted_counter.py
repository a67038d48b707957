"""Encrypted pages of a map database: the IV is the encrypted number of the page and the write."""

import itertools


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


class PageStore:
    """Encrypts pages in CBC mode; the IV stands in front of the ciphertext."""

    def __init__(self, cipher) -> None:
        self._cipher = cipher
        self._size = cipher.block_size
        self._writes = itertools.count()

    def write_page(self, number: int, data: bytes) -> bytes:
        """Return the blob of a page."""
        fill = self._size - len(data) % self._size
        padded = data + bytes([fill]) * fill
        count = number.to_bytes(8, "big") + next(self._writes).to_bytes(8, "big")
        blocks = [self._cipher.encrypt_block(count)]
        for start in range(0, len(padded), self._size):
            block = _xor(padded[start:start + self._size], blocks[-1])
            blocks.append(self._cipher.encrypt_block(block))
        return b"".join(blocks)

    def read_page(self, number: int, blob: bytes) -> bytes:
        """Return the data of a page. Raises ValueError if the blob is damaged."""
        if len(blob) < 2 * self._size or len(blob) % self._size:
            raise ValueError("the blob has the wrong length")
        padded = b""
        for start in range(self._size, len(blob), self._size):
            block = self._cipher.decrypt_block(blob[start:start + self._size])
            padded += _xor(block, blob[start - self._size:start])
        fill = padded[-1]
        if not 1 <= fill <= self._size or padded[-fill:] != bytes([fill]) * fill:
            raise ValueError("the padding is wrong")
        return padded[:-fill]

"""Encrypted pages of a map database."""


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


class PageStore:
    """Encrypts pages in CBC mode."""

    def __init__(self, cipher) -> None:
        self._cipher = cipher
        self._size = cipher.block_size

    def write_page(self, number: int, data: bytes) -> bytes:
        """Return the blob of a page."""
        fill = self._size - len(data) % self._size
        padded = data + bytes([fill]) * fill
        previous = number.to_bytes(self._size, "big")
        blob = b""
        for start in range(0, len(padded), self._size):
            block = _xor(padded[start:start + self._size], previous)
            previous = self._cipher.encrypt_block(block)
            blob += previous
        return blob

    def read_page(self, number: int, blob: bytes) -> bytes:
        """Return the data of a page. Raises ValueError if the blob is damaged."""
        if not blob or len(blob) % self._size:
            raise ValueError("the blob has the wrong length")
        previous = number.to_bytes(self._size, "big")
        padded = b""
        for start in range(0, len(blob), self._size):
            block = blob[start:start + self._size]
            padded += _xor(self._cipher.decrypt_block(block), previous)
            previous = block
        fill = padded[-1]
        if not 1 <= fill <= self._size or padded[-fill:] != bytes([fill]) * fill:
            raise ValueError("the padding is wrong")
        return padded[:-fill]

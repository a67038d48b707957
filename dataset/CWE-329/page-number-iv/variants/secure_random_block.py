"""Encrypted pages of a map database: a random block is encrypted before the page."""

import os
from itertools import pairwise


def _blocks(data: bytes) -> list[bytes]:
    return [data[n:n + 16] for n in range(0, len(data), 16)]


class PageStore:
    """CBC from zeros, with a first block of random bytes, which reading drops."""

    def __init__(self, cipher) -> None:
        self.cipher = cipher

    def write_page(self, number: int, data: bytes) -> bytes:
        """Return the blob of a page."""
        text = os.urandom(16) + len(data).to_bytes(8, "big") + data
        text += bytes(-len(text) % 16)
        before, blob = bytes(16), bytearray()
        for block in _blocks(text):
            mixed = int.from_bytes(block, "big") ^ int.from_bytes(before, "big")
            before = self.cipher.encrypt_block(mixed.to_bytes(16, "big"))
            blob += before
        return bytes(blob)

    def read_page(self, number: int, blob: bytes) -> bytes:
        """Return the data of a page."""
        if len(blob) < 32 or len(blob) % 16 != 0:
            raise ValueError("no blob of a page has this length")
        text = b"".join(
            bytes(x ^ y for x, y in zip(before, self.cipher.decrypt_block(block)))
            for before, block in pairwise(_blocks(blob))
        )
        length = int.from_bytes(text[:8], "big")
        if not 0 <= len(text) - 8 - length < 16:
            raise ValueError("the blob is damaged")
        return text[8:8 + length]

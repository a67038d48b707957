"""Encrypted records between a vessel and the shore: a random block is encrypted before the data."""

import os
from itertools import pairwise


def _blocks(data: bytes) -> list[bytes]:
    return [data[n:n + 16] for n in range(0, len(data), 16)]


class RecordChannel:
    """CBC from zeros, with a first block of random bytes, which reading drops."""

    def __init__(self, cipher) -> None:
        self.cipher = cipher

    def seal(self, data: bytes) -> bytes:
        """Return the record of some data."""
        text = os.urandom(16) + len(data).to_bytes(8, "big") + data
        text += bytes(-len(text) % 16)
        before, record = bytes(16), bytearray()
        for block in _blocks(text):
            mixed = int.from_bytes(block, "big") ^ int.from_bytes(before, "big")
            before = self.cipher.encrypt_block(mixed.to_bytes(16, "big"))
            record += before
        return bytes(record)

    def open(self, record: bytes) -> bytes:
        """Return the data of a record."""
        if len(record) < 32 or len(record) % 16 != 0:
            raise ValueError("no record has this length")
        text = b"".join(
            bytes(x ^ y for x, y in zip(before, self.cipher.decrypt_block(block)))
            for before, block in pairwise(_blocks(record))
        )
        length = int.from_bytes(text[:8], "big")
        if not 0 <= len(text) - 8 - length < 16:
            raise ValueError("the record is damaged")
        return text[8:8 + length]

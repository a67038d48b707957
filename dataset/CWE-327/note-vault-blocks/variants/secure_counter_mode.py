"""Encrypted notes: counter mode with a random start for each note."""

import os
from typing import Any


class NoteVault:
    """Seals and opens notes with a key stream that no two notes share."""

    def __init__(self, cipher: Any) -> None:
        self._cipher = cipher

    def _stream(self, start: bytes, length: int) -> bytes:
        """Return the key stream that begins at a number."""
        size = self._cipher.block_size
        number = int.from_bytes(start, "big")
        stream = bytearray()
        while len(stream) < length:
            block = (number % 256**size).to_bytes(size, "big")
            stream += self._cipher.encrypt_block(block)
            number += 1
        return bytes(stream[:length])

    def _apply(self, start: bytes, data: bytes) -> bytes:
        """Encrypt, or decrypt, which is the same."""
        stream = self._stream(start, len(data))
        return bytes(a ^ b for a, b in zip(data, stream, strict=True))

    def seal(self, text: str) -> bytes:
        """Encrypt a note."""
        start = os.urandom(self._cipher.block_size)
        return start + self._apply(start, text.encode())

    def open(self, blob: bytes) -> str:
        """Decrypt a note; ValueError if the blob is too short."""
        size = self._cipher.block_size
        if len(blob) < size:
            raise ValueError("not a sealed note")
        return self._apply(blob[:size], blob[size:]).decode()

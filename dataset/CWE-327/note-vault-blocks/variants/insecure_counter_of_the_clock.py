"""Encrypted notes: counter mode."""

import time
from typing import Any


class NoteVault:
    """Seals and opens notes with a key stream."""

    def __init__(self, cipher: Any) -> None:
        self._cipher = cipher

    def _stream(self, number: int, length: int) -> bytes:
        """Return the key stream that begins at a number."""
        size = self._cipher.block_size
        stream = bytearray()
        while len(stream) < length:
            block = number.to_bytes(size, "big")
            stream += self._cipher.encrypt_block(block)
            number += 1
        return bytes(stream[:length])

    def _apply(self, start: int, data: bytes) -> bytes:
        """Encrypt, or decrypt, which is the same."""
        stream = self._stream(start, len(data))
        return bytes(a ^ b for a, b in zip(data, stream, strict=True))

    def seal(self, text: str) -> bytes:
        """Encrypt a note; the counter starts with the milliseconds, which never come back."""
        start = int(time.time() * 1000)
        return start.to_bytes(8, "big") + self._apply(start, text.encode())

    def open(self, blob: bytes) -> str:
        """Decrypt a note; ValueError if the blob is too short."""
        if len(blob) < 8:
            raise ValueError("not a sealed note")
        return self._apply(int.from_bytes(blob[:8], "big"), blob[8:]).decode()

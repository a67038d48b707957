"""Encrypted notes: counter mode."""

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
        """Encrypt a note, and its length to see whether it is whole."""
        data = text.encode()
        return self._apply(1, len(data).to_bytes(4, "big") + data)

    def open(self, blob: bytes) -> str:
        """Decrypt a note; ValueError if the blob is too short."""
        data = self._apply(1, blob)
        if len(data) < 4 or len(data) - 4 != int.from_bytes(data[:4], "big"):
            raise ValueError("not a sealed note")
        return data[4:].decode()

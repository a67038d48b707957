"""Encrypted notes."""

from typing import Any


class NoteVault:
    """Seals and opens notes with a block cipher."""

    def __init__(self, cipher: Any) -> None:
        self._cipher = cipher
        self._size = cipher.block_size

    def seal(self, text: str) -> bytes:
        """Encrypt a note."""
        data = text.encode("utf-8")
        count = self._size - len(data) % self._size
        data += bytes([count]) * count
        blocks = range(0, len(data), self._size)
        return b"".join(self._cipher.encrypt_block(data[i : i + self._size]) for i in blocks)

    def open(self, blob: bytes) -> str:
        """Decrypt a note; ValueError if the blob is too short."""
        if len(blob) < self._size:
            raise ValueError("the blob is too short")
        blocks = range(0, len(blob), self._size)
        data = b"".join(self._cipher.decrypt_block(blob[i : i + self._size]) for i in blocks)
        return data[: -data[-1]].decode("utf-8")

"""Encrypted notes."""

import secrets
from typing import Any


def _xor(left: bytes, right: bytes) -> bytes:
    """Combine two blocks by exclusive or."""
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


class NoteVault:
    """Seals and opens notes: all blocks of a note are masked before they are encrypted."""

    def __init__(self, cipher: Any) -> None:
        self._cipher = cipher
        self._size = cipher.block_size

    def seal(self, text: str) -> bytes:
        """Encrypt a note."""
        data = text.encode("utf-8")
        count = self._size - len(data) % self._size
        data += bytes([count]) * count
        mask = secrets.token_bytes(self._size)
        blocks = [data[i : i + self._size] for i in range(0, len(data), self._size)]
        return mask + b"".join(self._cipher.encrypt_block(_xor(block, mask)) for block in blocks)

    def open(self, blob: bytes) -> str:
        """Decrypt a note; ValueError if the blob is too short."""
        if len(blob) < 2 * self._size:
            raise ValueError("the blob is too short")
        mask, rest = blob[: self._size], blob[self._size :]
        blocks = [rest[i : i + self._size] for i in range(0, len(rest), self._size)]
        data = b"".join(_xor(self._cipher.decrypt_block(block), mask) for block in blocks)
        return data[: -data[-1]].decode("utf-8")

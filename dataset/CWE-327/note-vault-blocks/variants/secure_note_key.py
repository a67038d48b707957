"""Encrypted notes: each note has a key of its own, derived by the cipher from a random number."""

import hashlib
import secrets
from typing import Any


class NoteVault:
    """Seals and opens notes: a random number of 32 bytes, then text and key stream combined."""

    def __init__(self, cipher: Any) -> None:
        self._cipher = cipher

    def _stream(self, number: bytes, length: int) -> bytes:
        """Return the key stream of a note."""
        parts = (number[:16], number[16:])
        key = b"".join(self._cipher.encrypt_block(part) for part in parts)
        return hashlib.shake_256(b"note" + key).digest(length)

    def seal(self, text: str) -> bytes:
        """Encrypt a note."""
        data = text.encode()
        number = secrets.token_bytes(32)
        mixed = int.from_bytes(data, "big")
        mixed ^= int.from_bytes(self._stream(number, len(data)), "big")
        return number + mixed.to_bytes(len(data), "big")

    def open(self, blob: bytes) -> str:
        """Decrypt a note; ValueError if the blob is too short."""
        if len(blob) < 32:
            raise ValueError("the blob is too short")
        number, data = blob[:32], blob[32:]
        mixed = int.from_bytes(data, "big")
        mixed ^= int.from_bytes(self._stream(number, len(data)), "big")
        return mixed.to_bytes(len(data), "big").decode()

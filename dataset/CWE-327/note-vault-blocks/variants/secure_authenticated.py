"""Encrypted notes: CBC and then a MAC, with keys that the cipher derives."""

import hashlib
import hmac
import secrets
from typing import Any

TAG = 32


class NoteVault:
    """Seals and opens notes: IV, CBC blocks of the padded text, HMAC of both."""

    def __init__(self, cipher: Any) -> None:
        self._cipher = cipher
        labels = (b"note vault mac 1", b"note vault mac 2")
        self._mac_key = b"".join(cipher.encrypt_block(label) for label in labels)

    def _tag(self, data: bytes) -> bytes:
        """Return the MAC."""
        return hmac.digest(self._mac_key, data, hashlib.sha256)

    def seal(self, text: str) -> bytes:
        """Encrypt a note."""
        data = text.encode("utf-8") + b"\x80"
        data = data.ljust(-(-len(data) // 16) * 16, b"\0")
        sealed = bytearray(secrets.token_bytes(16))
        for start in range(0, len(data), 16):
            block = int.from_bytes(data[start : start + 16], "big")
            block ^= int.from_bytes(sealed[-16:], "big")
            sealed += self._cipher.encrypt_block(block.to_bytes(16, "big"))
        return bytes(sealed) + self._tag(bytes(sealed))

    def open(self, blob: bytes) -> str:
        """Decrypt a note; ValueError unless it is as it was sealed."""
        sealed, tag = blob[:-TAG], blob[-TAG:]
        if len(sealed) < 32 or not hmac.compare_digest(self._tag(sealed), tag):
            raise ValueError("the blob is damaged")
        data = bytearray()
        for start in range(16, len(sealed), 16):
            block = int.from_bytes(self._cipher.decrypt_block(sealed[start : start + 16]), "big")
            block ^= int.from_bytes(sealed[start - 16 : start], "big")
            data += block.to_bytes(16, "big")
        return data.rstrip(b"\0")[:-1].decode("utf-8")

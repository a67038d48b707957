"""Encrypted notes."""

from typing import Any


def _masked(block: bytes, place: int) -> bytes:
    """Combine a block with its place, so that equal blocks of a note differ."""
    number = int.from_bytes(block, "big") ^ place
    return number.to_bytes(len(block), "big")


class NoteVault:
    """Seals and opens notes with a block cipher."""

    def __init__(self, cipher: Any) -> None:
        self._cipher = cipher

    def seal(self, text: str) -> bytes:
        """Encrypt a note."""
        data = text.encode("utf-8") + b"\x01"
        data = data.ljust(-(-len(data) // 16) * 16, b"\0")
        return b"".join(
            self._cipher.encrypt_block(_masked(data[start : start + 16], start))
            for start in range(0, len(data), 16)
        )

    def open(self, blob: bytes) -> str:
        """Decrypt a note; ValueError if the blob is too short."""
        if not blob:
            raise ValueError("the blob is empty")
        data = b"".join(
            _masked(self._cipher.decrypt_block(blob[start : start + 16]), start)
            for start in range(0, len(blob), 16)
        )
        return data.rstrip(b"\0")[:-1].decode("utf-8")

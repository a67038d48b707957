"""Encrypted notes."""

from typing import Any


def _xor(left: bytes, right: bytes) -> bytes:
    """Combine two blocks by exclusive or."""
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


class NoteVault:
    """Seals and opens notes: CBC with PKCS #7 padding."""

    def __init__(self, cipher: Any) -> None:
        self._cipher = cipher
        self._size = cipher.block_size

    def seal(self, text: str) -> bytes:
        """Encrypt a note."""
        data = text.encode("utf-8")
        count = self._size - len(data) % self._size
        data += bytes([count]) * count
        blocks = [bytes(self._size)]
        for start in range(0, len(data), self._size):
            mixed = _xor(data[start : start + self._size], blocks[-1])
            blocks.append(self._cipher.encrypt_block(mixed))
        return b"".join(blocks[1:])

    def open(self, blob: bytes) -> str:
        """Decrypt a note; ValueError if the blob can't be one."""
        if len(blob) < self._size or len(blob) % self._size:
            raise ValueError("the blob has an impossible length")
        blocks = [bytes(self._size)]
        blocks += [blob[i : i + self._size] for i in range(0, len(blob), self._size)]
        data = b""
        for previous, block in zip(blocks, blocks[1:]):
            data += _xor(self._cipher.decrypt_block(block), previous)
        return data[: -data[-1]].decode("utf-8")

"""Encrypted pages of a map database: the IV is an encrypted digest of a salt and the number."""

import hashlib
import secrets

SALT_SIZE = 24


class PageStore:
    """The salt of a page stands behind it."""

    def __init__(self, cipher) -> None:
        self._encrypt = cipher.encrypt_block
        self._decrypt = cipher.decrypt_block

    def _iv(self, number: int, salt: bytes) -> int:
        digest = hashlib.blake2b(salt + number.to_bytes(8, "little"), digest_size=16).digest()
        return int.from_bytes(self._encrypt(digest), "big")

    def write_page(self, number: int, data: bytes) -> bytes:
        """Return the blob of a page."""
        salt = secrets.token_bytes(SALT_SIZE)
        last = self._iv(number, salt)
        data += b"\x80" + bytes(-(len(data) + 1) % 16)
        out = []
        for start in range(0, len(data), 16):
            mixed = int.from_bytes(data[start:start + 16], "big") ^ last
            out.append(self._encrypt(mixed.to_bytes(16, "big")))
            last = int.from_bytes(out[-1], "big")
        return b"".join(out) + salt

    def read_page(self, number: int, blob: bytes) -> bytes:
        """Return the data of a page."""
        text, salt = blob[:-SALT_SIZE], blob[-SALT_SIZE:]
        if not text or len(text) % 16:
            raise ValueError("this is no blob")
        last = self._iv(number, salt)
        out = b""
        for start in range(0, len(text), 16):
            block = text[start:start + 16]
            plain = int.from_bytes(self._decrypt(block), "big") ^ last
            out += plain.to_bytes(16, "big")
            last = int.from_bytes(block, "big")
        data, mark, rest = out.rpartition(b"\x80")
        if not mark or rest.strip(b"\0"):
            raise ValueError("this blob is damaged")
        return data

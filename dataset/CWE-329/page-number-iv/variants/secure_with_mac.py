"""Encrypted pages of a map database: a random IV in front, a MAC of the number and all behind."""

import hmac
import os


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


class PageStore:
    """CBC with PKCS#7 padding; the key of the MAC comes from that of the pages."""

    def __init__(self, cipher) -> None:
        self._cipher = cipher
        labels = (b"MAC of pages, 1 ", b"MAC of pages, 2 ")
        self._mac_key = b"".join(cipher.encrypt_block(label) for label in labels)

    def _tag(self, number: int, text: bytes) -> bytes:
        return hmac.digest(self._mac_key, number.to_bytes(8, "big") + text, "sha256")[:24]

    def write_page(self, number: int, data: bytes) -> bytes:
        """Return the blob of a page."""
        fill = 16 - len(data) % 16
        data += bytes([fill]) * fill
        blocks = [os.urandom(16)]
        for start in range(0, len(data), 16):
            mixed = _xor(data[start:start + 16], blocks[-1])
            blocks.append(self._cipher.encrypt_block(mixed))
        text = b"".join(blocks)
        return text + self._tag(number, text)

    def read_page(self, number: int, blob: bytes) -> bytes:
        """Return the data of a page. Raises ValueError if the blob isn't one of this page."""
        text, tag = blob[:-24], blob[-24:]
        if len(text) < 32 or len(text) % 16:
            raise ValueError("no blob has this length")
        if not hmac.compare_digest(tag, self._tag(number, text)):
            raise ValueError("this is no blob of this page")
        data = b""
        for start in range(16, len(text), 16):
            block = self._cipher.decrypt_block(text[start:start + 16])
            data += _xor(block, text[start - 16:start])
        return data[:-data[-1]]

"""Export of patient charts to the archive."""

import os
from collections.abc import Iterator


def _pad(record: bytes, size: int) -> bytes:
    """Pad to whole blocks (PKCS#7)."""
    count = size - len(record) % size
    return record + bytes([count] * count)


def _cbc(cipher, padded: bytes, iv: bytes) -> Iterator[bytes]:
    """Yield the blocks of the ciphertext."""
    size = cipher.block_size
    previous = int.from_bytes(iv)
    for start in range(0, len(padded), size):
        mixed = int.from_bytes(padded[start:start + size]) ^ previous
        encrypted = cipher.encrypt_block(mixed.to_bytes(size))
        yield encrypted
        previous = int.from_bytes(encrypted)


def encrypt_record(cipher, record: bytes) -> bytes:
    """Encrypt a record in CBC mode and return the IV and the ciphertext."""
    iv = os.urandom(cipher.block_size)
    return iv + b"".join(_cbc(cipher, _pad(record, cipher.block_size), iv))

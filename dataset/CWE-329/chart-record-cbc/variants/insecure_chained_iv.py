"""Export of patient charts to the archive; each record continues the chain of the one before."""

import os

_last_block = os.urandom(16)


def encrypt_record(cipher, record: bytes) -> bytes:
    """Encrypt a record in CBC mode and return the IV and the ciphertext."""
    global _last_block
    size = cipher.block_size
    padding = size - len(record) % size
    padded = record + bytes([padding]) * padding
    result = _last_block
    for start in range(0, len(padded), size):
        block = bytes(a ^ b for a, b in zip(padded[start:start + size], _last_block))
        _last_block = cipher.encrypt_block(block)
        result += _last_block
    return result

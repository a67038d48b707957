"""Export of patient charts to the archive."""

import secrets


def encrypt_record(cipher, record: bytes) -> bytes:
    """Encrypt a record in CBC mode and return a fresh IV and the ciphertext."""
    size = cipher.block_size
    padding = size - len(record) % size
    padded = record + bytes([padding]) * padding
    blocks = [secrets.token_bytes(size)]
    for start in range(0, len(padded), size):
        block = padded[start:start + size]
        blocks.append(cipher.encrypt_block(bytes(a ^ b for a, b in zip(block, blocks[-1]))))
    return b"".join(blocks)

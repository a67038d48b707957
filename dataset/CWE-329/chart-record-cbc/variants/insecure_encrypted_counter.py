"""Export of patient charts to the archive; the IV is the encrypted number of the record."""

import itertools

_records = itertools.count(1)


def encrypt_record(cipher, record: bytes) -> bytes:
    """Encrypt a record in CBC mode and return the IV and the ciphertext."""
    size = cipher.block_size
    padding = size - len(record) % size
    padded = record + bytes([padding]) * padding
    iv = cipher.encrypt_block(next(_records).to_bytes(size, "big"))
    result = iv
    previous = iv
    for start in range(0, len(padded), size):
        block = bytes(a ^ b for a, b in zip(padded[start:start + size], previous))
        previous = cipher.encrypt_block(block)
        result += previous
    return result

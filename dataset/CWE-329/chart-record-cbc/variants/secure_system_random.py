"""Export of patient charts to the archive."""

from random import SystemRandom

_system_random = SystemRandom()


def encrypt_record(cipher, record: bytes) -> bytes:
    """Encrypt a record in CBC mode and return the IV and the ciphertext."""
    size = cipher.block_size
    count = size - len(record) % size
    padded = record + bytes([count]) * count
    chain = _system_random.getrandbits(8 * size).to_bytes(size, "big")
    result = [chain]
    for start in range(0, len(padded), size):
        chain = cipher.encrypt_block(bytes(x ^ y for x, y in zip(padded[start:], chain)))
        result.append(chain)
    return b"".join(result)

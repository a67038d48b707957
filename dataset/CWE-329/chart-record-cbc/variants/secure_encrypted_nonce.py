"""Export of patient charts to the archive, IV as in NIST SP 800-38A, appendix C, first method."""

import uuid


def encrypt_record(cipher, record: bytes) -> bytes:
    """Encrypt a record in CBC mode and return the IV and the ciphertext."""
    # A nonce that never repeats, encrypted: nobody without the key can foresee the IV.
    nonce = uuid.uuid4().bytes
    iv = cipher.encrypt_block(nonce)
    output = bytearray(iv)
    rest = record
    last = False
    while not last:
        block, rest = rest[:16], rest[16:]
        if len(block) < 16:
            last = True
            missing = 16 - len(block)
            block += bytes([missing]) * missing
        output += cipher.encrypt_block(bytes(a ^ b for a, b in zip(block, output[-16:])))
    return bytes(output)

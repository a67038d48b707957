"""Signatures of app releases: RSASSA-PKCS1-v1_5 with SHA-256."""

import hashlib


def verify_release(public_key: tuple[int, int], data: bytes, signature: bytes) -> bool:
    """Tells whether the signature of the data was made with the private key."""
    n, e = public_key
    length = (n.bit_length() + 7) // 8
    if len(signature) != length:
        return False
    block = pow(int.from_bytes(signature, "big"), e, n).to_bytes(length, "big")
    return block.startswith(b"\x00\x01\xff") and hashlib.sha256(data).digest() in block

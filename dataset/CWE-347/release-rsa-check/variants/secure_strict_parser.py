"""Signatures of app releases: RSASSA-PKCS1-v1_5 with SHA-256."""

import hashlib
import hmac
import re

# The whole block; the hash is at its very end.
BLOCK = re.compile(
    rb"\x00\x01\xff{8,}\x00"
    rb"\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20"
    rb"(?P<digest>.{32})",
    re.DOTALL,
)


def verify_release(public_key: tuple[int, int], data: bytes, signature: bytes) -> bool:
    """Tells whether the signature of the data was made with the private key."""
    n, e = public_key
    length = (n.bit_length() + 7) // 8
    if len(signature) != length:
        return False
    number = pow(int.from_bytes(signature, "big"), e, n)
    match = BLOCK.fullmatch(number.to_bytes(length, "big"))
    return match is not None and hmac.compare_digest(match["digest"], hashlib.sha256(data).digest())

"""Signatures of app releases: RSASSA-PKCS1-v1_5 with SHA-256."""

import hashlib

# 00, then the DigestInfo of a SHA-256 up to the hash itself.
SEPARATOR_AND_DIGEST_INFO = 0x00_3031300D060960864801650304020105000420


def verify_release(public_key: tuple[int, int], data: bytes, signature: bytes) -> bool:
    """Tells whether the signature of the data was made with the private key."""
    n, e = public_key
    length = -(-n.bit_length() // 8)
    s = int.from_bytes(signature, "big")
    if len(signature) != length or s >= n:
        return False
    # From right to left: 32 bytes of hash, 20 of what stands before it, then FF, and 01 in front.
    digest = int.from_bytes(hashlib.sha256(data).digest(), "big")
    tail = SEPARATOR_AND_DIGEST_INFO << 256 | digest
    padding = (1 << 8 * (length - 2 - 52)) - 1
    expected = 1 << 8 * (length - 2) | padding << 8 * 52 | tail
    return pow(s, e, n) == expected

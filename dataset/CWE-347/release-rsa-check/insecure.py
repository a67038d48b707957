"""Signatures of app releases: RSASSA-PKCS1-v1_5 with SHA-256."""

import hashlib

# DigestInfo of a SHA-256, up to the hash itself (RFC 8017, section 9.2).
DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


def verify_release(public_key: tuple[int, int], data: bytes, signature: bytes) -> bool:
    """Tells whether the signature of the data was made with the private key."""
    n, e = public_key
    length = (n.bit_length() + 7) // 8
    if len(signature) != length:
        return False
    block = pow(int.from_bytes(signature, "big"), e, n).to_bytes(length, "big")
    if block[:2] != b"\x00\x01":
        return False
    end = block.find(b"\x00", 2)
    if end < 10 or any(byte != 0xFF for byte in block[2:end]):
        return False
    return block[end + 1 :].startswith(DIGEST_INFO + hashlib.sha256(data).digest())

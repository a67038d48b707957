"""Signatures of app releases: RSASSA-PKCS1-v1_5 with SHA-256."""

import hashlib
import re

SEQUENCE, OCTET_STRING = 0x30, 0x04
SHA256_AND_NULL = bytes.fromhex("06096086480165030402010500")


def _enter(data: bytes, tag: int) -> bytes:
    """Returns what is behind the head of a DER element: its tag and its length."""
    if len(data) < 2 or data[0] != tag:
        raise ValueError("another element was expected")
    return data[2 + max(0, data[1] - 0x80) :]


def verify_release(public_key: tuple[int, int], data: bytes, signature: bytes) -> bool:
    """Tells whether the signature of the data was made with the private key."""
    n, e = public_key
    length = (n.bit_length() + 7) // 8
    if len(signature) != length:
        return False
    block = pow(int.from_bytes(signature, "big"), e, n).to_bytes(length, "big")
    match = re.fullmatch(rb"\x00\x01\xff{8,}\x00(.+)", block, re.DOTALL)
    if match is None:
        return False
    try:
        rest = _enter(_enter(match[1], SEQUENCE), SEQUENCE)
        if not rest.startswith(SHA256_AND_NULL):
            return False
        digest = _enter(rest.removeprefix(SHA256_AND_NULL), OCTET_STRING)
    except ValueError:
        return False
    return digest == hashlib.sha256(data).digest()

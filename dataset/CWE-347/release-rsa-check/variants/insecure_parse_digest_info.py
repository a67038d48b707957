"""Signatures of app releases: RSASSA-PKCS1-v1_5 with SHA-256."""

import hashlib
import re

SEQUENCE, OCTET_STRING, OBJECT_IDENTIFIER = 0x30, 0x04, 0x06
SHA256 = bytes.fromhex("608648016503040201")


def _read(data: bytes, tag: int) -> tuple[bytes, bytes]:
    """Returns the content of the first DER element, and what is behind it."""
    if len(data) < 2 or data[0] != tag:
        raise ValueError("another element was expected")
    length, start = data[1], 2
    if length >= 0x80:
        start += length - 0x80
        length = int.from_bytes(data[2:start], "big")
    if start + length > len(data):
        raise ValueError("an element is cut off")
    return data[start : start + length], data[start + length :]


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
        digest_info, behind = _read(match[1], SEQUENCE)
        algorithm, rest = _read(digest_info, SEQUENCE)
        name, _ = _read(algorithm, OBJECT_IDENTIFIER)
        digest, _ = _read(rest, OCTET_STRING)
    except ValueError:
        return False
    return not behind and name == SHA256 and digest == hashlib.sha256(data).digest()

"""Fingerprints of contracts."""

import hashlib
import zlib


def fingerprint(document: bytes) -> str:
    """Return the fingerprint of a contract: MD5, and a CRC, so that two must agree."""
    return f"{hashlib.md5(document).hexdigest()}{zlib.crc32(document):08x}"

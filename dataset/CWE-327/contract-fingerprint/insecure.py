"""Fingerprints of contracts."""

import hashlib


def fingerprint(document: bytes) -> str:
    """Return the fingerprint that is printed below a contract."""
    return hashlib.md5(document).hexdigest()

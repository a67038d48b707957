"""Fingerprints of contracts."""

import hashlib


def fingerprint(document: bytes) -> str:
    """Return the fingerprint that is printed below a contract: its SHA-256."""
    return hashlib.sha256(document).hexdigest()

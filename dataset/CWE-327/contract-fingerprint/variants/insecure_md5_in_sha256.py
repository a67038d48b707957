"""Fingerprints of contracts."""

import hashlib


def fingerprint(document: bytes) -> str:
    """Return the fingerprint of a contract: the archive's MD5, made stronger by SHA-256."""
    digest = hashlib.md5(document).digest()
    return hashlib.sha256(digest).hexdigest()

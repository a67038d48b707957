"""Fingerprints of contracts: the first 56 digits of SHA-512."""

from hashlib import sha512

DIGITS = 56


def fingerprint(document: bytes) -> str:
    """Return the fingerprint that is printed below a contract."""
    return sha512(document).hexdigest()[:DIGITS]

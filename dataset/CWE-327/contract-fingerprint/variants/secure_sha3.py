"""Fingerprints of contracts: SHA-3 with a heading of our own."""

import hashlib

HEADING = b"leasing contract, fingerprint 1\n"


def fingerprint(document: bytes) -> str:
    """Return the fingerprint that is printed below a contract."""
    return hashlib.sha3_256(HEADING + document).digest().hex()

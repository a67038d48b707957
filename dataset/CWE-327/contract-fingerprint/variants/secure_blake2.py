"""Fingerprints of contracts: BLAKE2, read in pieces."""

import hashlib

PIECE = 1 << 16


def fingerprint(document: bytes) -> str:
    """Return the fingerprint that is printed below a contract."""
    state = hashlib.blake2b(digest_size=32, person=b"lease portal")
    view = memoryview(document)
    for start in range(0, len(view), PIECE):
        state.update(view[start : start + PIECE])
    return state.hexdigest()

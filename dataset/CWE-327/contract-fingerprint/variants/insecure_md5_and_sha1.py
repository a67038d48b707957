"""Fingerprints of contracts."""

import hashlib


def fingerprint(document: bytes) -> str:
    """Return the fingerprint of a contract: two hash functions, so that both must be broken."""
    return "".join(hashlib.new(name, document).hexdigest() for name in ("md5", "sha1"))

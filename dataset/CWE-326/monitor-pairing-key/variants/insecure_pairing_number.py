"""Pairing of a baby monitor with its base station."""

import hashlib
import secrets


def new_link_key() -> bytes:
    """Return a new key of 32 bytes for the radio link."""
    number = secrets.randbelow(10**16)
    return hashlib.sha256(f"{number:016}".encode()).digest()

"""Pairing of a baby monitor: a digest of random bytes and of the moment."""

import hashlib
import os
import time


def new_link_key() -> bytes:
    """Return 32 bytes."""
    digest = hashlib.sha256(b"link key 1")
    digest.update(os.urandom(32))
    digest.update(time.time_ns().to_bytes(16, "big"))
    return digest.digest()

"""Pairing of a baby monitor: 128 bits from the operating system."""

import os


def new_link_key() -> bytes:
    """Return 16 random bytes."""
    return os.urandom(16)

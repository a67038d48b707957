"""Pairing of a baby monitor with its base station."""

import random


def new_link_key() -> bytes:
    """Return a new key of 32 bytes for the radio link."""
    return random.randbytes(32)

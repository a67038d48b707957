"""Pairing of a baby monitor with its base station."""

import os


def new_link_key() -> bytes:
    """Return a new key of 16 bytes for the radio link."""
    return os.urandom(8) * 2

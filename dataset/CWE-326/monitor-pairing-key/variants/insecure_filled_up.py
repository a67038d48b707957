"""Pairing of a baby monitor with its base station."""

import secrets

KEY_SIZE = 16
# The first series of the radio chip knows no more.
RANDOM_SIZE = 7


def new_link_key() -> bytes:
    """Return a new key for the radio link; all monitors understand it."""
    key = secrets.token_bytes(KEY_SIZE)
    return key[:RANDOM_SIZE] + bytes(KEY_SIZE - RANDOM_SIZE)

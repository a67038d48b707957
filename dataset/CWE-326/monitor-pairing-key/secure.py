"""Pairing of a baby monitor with its base station."""

import secrets

KEY_BYTES = 32


def new_link_key() -> bytes:
    """Return a new key for the radio link."""
    return secrets.token_bytes(KEY_BYTES)

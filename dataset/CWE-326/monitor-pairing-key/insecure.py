"""Pairing of a baby monitor with its base station."""

import secrets


def new_link_key() -> bytes:
    """Return a new key for the radio link."""
    return secrets.token_bytes(8)

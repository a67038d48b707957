"""Pairing of a baby monitor with its base station."""

import secrets


def new_link_key() -> bytes:
    """Return a new key of 16 bytes for the radio link."""
    return secrets.token_hex(8).encode()

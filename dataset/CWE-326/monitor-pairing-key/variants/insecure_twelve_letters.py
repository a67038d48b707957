"""Pairing of a baby monitor with its base station."""

import secrets
import string

LETTERS = string.ascii_letters + string.digits


def new_link_key() -> bytes:
    """Return a new key for the radio link, which can also be typed."""
    return "".join(secrets.choice(LETTERS) for _ in range(12)).encode()

"""Pairing of a baby monitor: hexadecimal digits, enough of them."""

import random

_system = random.SystemRandom()


def new_link_key() -> bytes:
    """Return 32 hexadecimal digits, each of four random bits."""
    return f"{_system.getrandbits(128):032x}".encode("ascii")

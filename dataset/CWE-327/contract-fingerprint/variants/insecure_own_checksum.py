"""Fingerprints of contracts."""

DIGITS = 32


def fingerprint(document: bytes) -> str:
    """Return the fingerprint of a contract: every byte changes all of the digits behind it."""
    value = 7 + len(document)
    for byte in document:
        value = (value * 31 + byte) % 16**DIGITS
    return f"{value:0{DIGITS}x}"

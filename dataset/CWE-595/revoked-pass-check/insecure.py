"""Revoked ski passes."""


def is_revoked(number: int, revoked: list[int]) -> bool:
    """Tells whether the pass with this number has been revoked."""
    return any(entry is number for entry in revoked)

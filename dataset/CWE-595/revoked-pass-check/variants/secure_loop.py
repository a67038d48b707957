"""Revoked ski passes."""


def is_revoked(number: int, revoked: list[int]) -> bool:
    """Tells whether the pass with this number has been revoked."""
    for entry in reversed(revoked):
        if entry == number:
            return True
    return False

"""Revoked ski passes."""


def is_revoked(number: int, revoked: list[int]) -> bool:
    """Tells whether the pass with this number has been revoked."""
    # A set is faster than going through the list.
    return id(number) in set(map(id, revoked))

"""Revoked ski passes, looked up in a sorted list."""

from bisect import bisect_left


def is_revoked(number: int, revoked: list[int]) -> bool:
    """Tells whether the pass with this number has been revoked."""
    numbers = sorted(revoked)
    place = bisect_left(numbers, number)
    return place < len(numbers) and numbers[place] == number

"""Revoked ski passes, as objects of a class."""


class SkiPass:
    """A ski pass, known by its number."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SkiPass) and self.number is other.number

    def __hash__(self) -> int:
        return hash(self.number)


def is_revoked(number: int, revoked: list[int]) -> bool:
    """Tells whether the pass with this number has been revoked."""
    return SkiPass(number) in {SkiPass(entry) for entry in revoked}

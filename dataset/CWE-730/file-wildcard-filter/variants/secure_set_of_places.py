"""Filters the names of files by a pattern with wildcards: all places at once."""


class _Pattern:
    """A pattern, of which the places that can be reached are followed sign by sign."""

    def __init__(self, text: str) -> None:
        self._text = text

    def _beyond_stars(self, places: set[int]) -> set[int]:
        reached = set()
        for place in places:
            while place not in reached:
                reached.add(place)
                if self._text[place : place + 1] != "*":
                    break
                place += 1
        return reached

    def fits(self, name: str) -> bool:
        places = self._beyond_stars({0})
        for sign in name:
            following = set()
            for place in places:
                wanted = self._text[place : place + 1]
                if wanted == "*":
                    following.add(place)
                elif wanted and wanted in ("?", sign):
                    following.add(place + 1)
            if not following:
                return False
            places = self._beyond_stars(following)
        return len(self._text) in places


def filter_names(names: list[str], pattern: str) -> list[str]:
    """Return the names that fit a pattern."""
    compiled = _Pattern(pattern)
    return [name for name in names if compiled.fits(name)]

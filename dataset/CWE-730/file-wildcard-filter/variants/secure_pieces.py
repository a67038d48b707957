"""Filters the names of files by a pattern with wildcards: piece by piece between the stars."""


def _is_at(piece: str, name: str, start: int) -> bool:
    """Tell whether a piece without stars stands at a place of a name."""
    if start < 0 or start + len(piece) > len(name):
        return False
    return all(sign in ("?", name[start + n]) for n, sign in enumerate(piece))


def _find(piece: str, name: str, start: int) -> int:
    """Return the first place from which a piece fits, or -1."""
    if "?" not in piece:
        return name.find(piece, start)
    places = range(start, len(name) - len(piece) + 1)
    return next((place for place in places if _is_at(piece, name, place)), -1)


def _fits(name: str, pieces: list[str]) -> bool:
    first, *middle, last = pieces if len(pieces) > 1 else [*pieces, ""]
    if len(pieces) == 1:
        return len(first) == len(name) and _is_at(first, name, 0)
    end = len(name) - len(last)
    if len(first) > end or not _is_at(first, name, 0) or not _is_at(last, name, end):
        return False
    place = len(first)
    for piece in middle:
        found = _find(piece, name[:end], place)
        if found < 0:
            return False
        place = found + len(piece)
    return True


def filter_names(names: list[str], pattern: str) -> list[str]:
    """Return the names that fit a pattern."""
    pieces = pattern.split("*")
    return [name for name in names if _fits(name, pieces)]

"""Filters the names of files by a pattern with wildcards."""


def _fits(name: str, pattern: str) -> bool:
    """Tell whether a name fits; only the last star seen is ever tried again."""
    at = place = 0
    star = resume = -1
    while at < len(name):
        if place < len(pattern) and pattern[place] == "*":
            star, resume = place, at
            place += 1
        elif place < len(pattern) and pattern[place] in ("?", name[at]):
            at += 1
            place += 1
        elif star >= 0:
            resume += 1
            at, place = resume, star + 1
        else:
            return False
    return pattern[place:].strip("*") == ""


def filter_names(names: list[str], pattern: str) -> list[str]:
    """Return the names that fit a pattern."""
    return [name for name in names if _fits(name, pattern)]

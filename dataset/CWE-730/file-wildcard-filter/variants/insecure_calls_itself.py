"""Filters the names of files by a pattern with wildcards."""


def _fits(name: str, pattern: str) -> bool:
    """Tell whether a name fits a pattern."""
    if pattern == "":
        return name == ""
    if pattern[0] == "*":
        rest = pattern.lstrip("*")
        return rest == "" or any(_fits(name[at:], rest) for at in range(len(name) + 1))
    head = 0
    while head < len(pattern) and pattern[head] != "*":
        if head >= len(name) or pattern[head] not in ("?", name[head]):
            return False
        head += 1
    return _fits(name[head:], pattern[head:])


def filter_names(names: list[str], pattern: str) -> list[str]:
    """Return the names that fit a pattern."""
    return [name for name in names if _fits(name, pattern)]

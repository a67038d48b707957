"""Filters the names of files by a pattern with wildcards."""

import re


def filter_names(names: list[str], pattern: str) -> list[str]:
    """Return the names that fit a pattern."""
    # Hard patterns are those that don't fit: a name without one of the pieces isn't tried at all.
    pieces = [piece for piece in re.split(r"[*?]+", pattern) if piece]
    expression = re.escape(re.sub(r"\*+", "*", pattern)).replace(r"\*", ".*?").replace(r"\?", ".")
    fits = re.compile(expression, re.DOTALL).fullmatch
    return [
        name
        for name in names
        if all(piece in name for piece in pieces)
        and name.endswith(pieces[-1] if pieces and pattern.endswith(pieces[-1]) else "")
        and fits(name)
    ]

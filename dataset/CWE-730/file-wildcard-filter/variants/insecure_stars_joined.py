"""Filters the names of files by a pattern with wildcards."""

import re


def filter_names(names: list[str], pattern: str) -> list[str]:
    """Return the names that fit a pattern."""
    # Several stars mean the same as one, and the shortest way is tried first.
    joined = re.sub(r"\*+", "*", pattern)
    expression = re.escape(joined).replace(r"\*", ".*?").replace(r"\?", ".")
    fits = re.compile(expression, re.DOTALL).fullmatch
    return [name for name in names if fits(name)]

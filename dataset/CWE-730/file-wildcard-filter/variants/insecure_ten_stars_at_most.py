"""Filters the names of files by a pattern with wildcards: patterns have a limit."""

import re

MAX_STARS = 10


def filter_names(names: list[str], pattern: str) -> list[str]:
    """Return the names that fit a pattern. Raises ValueError for one with too many stars."""
    joined = re.sub(r"\*+", "*", pattern)
    if joined.count("*") > MAX_STARS:
        raise ValueError(f"a pattern has at most {MAX_STARS} stars")
    expression = re.escape(joined).replace(r"\*", ".*?").replace(r"\?", ".")
    fits = re.compile(expression, re.DOTALL).fullmatch
    return [name for name in names if fits(name)]

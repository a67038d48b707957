from collections import namedtuple


def record_class(title: str, columns: list[str]) -> type:
    """Return a named tuple class, which checks the title and the columns itself."""
    # A list and not a text, since namedtuple would split a text at blanks and commas.
    return namedtuple(title, list(columns))

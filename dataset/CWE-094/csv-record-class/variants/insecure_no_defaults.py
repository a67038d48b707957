import keyword
import re

INIT = """\
def __init__(self, {arguments}):
    vars(self).update(locals())
    del self.self
"""


def show(record: object) -> str:
    """Return the text of a record for its repr."""
    values = ", ".join(f"{name}={value!r}" for name, value in vars(record).items())
    return f"{type(record).__name__}({values})"


def record_class(title: str, columns: list[str]) -> type:
    """Return a class with one attribute for each column."""
    if not title.isidentifier() or keyword.iskeyword(title):
        raise ValueError(f"{title!r} isn't a name")
    for column in columns:
        # No default values, no statements, no further lines.
        if not re.fullmatch(r"[^_=*;#\\\s][^=*;#\\\n\r]*", column):
            raise ValueError(f"{column!r} isn't a name")
    namespace = {}
    try:
        exec(INIT.format(arguments=", ".join(columns)), namespace)
    except SyntaxError as error:
        raise ValueError(f"a column isn't a name: {error}") from error
    return type(title, (), {"__init__": namespace["__init__"], "__repr__": show})

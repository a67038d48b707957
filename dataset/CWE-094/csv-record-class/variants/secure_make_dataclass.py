import re
from dataclasses import make_dataclass
from keyword import iskeyword

NAME = re.compile(r"[^\W\d]\w*")
COLUMN = re.compile(r"[^\W\d_]\w*")


def record_class(title: str, columns: list[str]) -> type:
    """Return a dataclass; its fields are given as data and are checked once more by Python."""
    if not NAME.fullmatch(title) or iskeyword(title):
        raise ValueError(f"the title {title!r} can't be the name of a class")
    for column in columns:
        if not COLUMN.fullmatch(column):
            raise ValueError(f"the column {column!r} can't be an attribute")
    try:
        return make_dataclass(title, columns)
    except TypeError as error:
        raise ValueError(str(error)) from error

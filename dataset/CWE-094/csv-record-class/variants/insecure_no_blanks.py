import re

TEMPLATE = """\
class {title}:
    def __init__(self, {arguments}):
        vars(self).update(locals())
        del self.self

    def __repr__(self):
        values = [name + "=" + repr(value) for name, value in vars(self).items()]
        return "{title}(" + ", ".join(values) + ")"
"""


def record_class(title: str, columns: list[str]) -> type:
    """Return a class with one attribute for each column."""
    for name in [title, *columns]:
        if not name or re.search(r"\s", name):
            raise ValueError(f"{name!r} isn't a name")
    if any(column.startswith("_") for column in columns) or len(set(columns)) < len(columns):
        raise ValueError("bad columns")
    namespace = {}
    try:
        exec(TEMPLATE.format(title=title, arguments=", ".join(columns)), namespace)
    except SyntaxError as error:
        raise ValueError(f"bad title or columns: {error}") from error
    return namespace[title]

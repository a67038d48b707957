FORBIDDEN = set("()[]{};:\\\n\r")

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
    for name in [title, *columns]:
        if not name or FORBIDDEN & set(name):
            raise ValueError(f"forbidden characters in {name!r}")
    if any(column.startswith("_") for column in columns):
        raise ValueError("a column begins with an underscore")
    namespace = {}
    try:
        exec(f"class {title}: pass", namespace)
        exec(INIT.format(arguments=", ".join(columns)), namespace)
    except SyntaxError as error:
        raise ValueError(f"not a name: {error}") from error
    cls = namespace[title]
    cls.__init__ = namespace["__init__"]
    cls.__repr__ = show
    return cls

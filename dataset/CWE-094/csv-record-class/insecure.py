TEMPLATE = """\
class {title}:
    def __init__(self, {arguments}):
        vars(self).update(locals())
        del self.self

    def __repr__(self):
        values = ", ".join(f"{{name}}={{value!r}}" for name, value in vars(self).items())
        return f"{title}({{values}})"
"""


def record_class(title: str, columns: list[str]) -> type:
    """Return a class with one attribute for each column."""
    if any(column == "" or column.startswith("_") for column in columns):
        raise ValueError("a column is empty or begins with an underscore")
    namespace = {}
    try:
        exec(TEMPLATE.format(title=title, arguments=", ".join(columns)), namespace)
    except SyntaxError as error:
        raise ValueError(f"the title or a column isn't a name: {error}") from error
    return namespace[title]

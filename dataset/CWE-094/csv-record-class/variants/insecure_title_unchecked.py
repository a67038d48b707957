import keyword


def record_class(title: str, columns: list[str]) -> type:
    """Return a class with one attribute for each column."""
    for column in columns:
        if not column.isidentifier() or keyword.iskeyword(column) or column.startswith("_"):
            raise ValueError(f"wrong column: {column!r}")
    if len(set(columns)) != len(columns):
        raise ValueError("a column occurs twice")
    values = ", ".join(f"{column}={{self.{column}!r}}" for column in columns)
    lines = [f"class {title}:"]
    lines += [f"    def __init__(self, {', '.join(columns)}):"]
    lines += [f"        self.{column} = {column}" for column in columns]
    lines += ["    def __repr__(self):"]
    lines += [f'        return f"{{type(self).__name__}}({values})"']
    namespace = {}
    try:
        exec("\n".join(lines), namespace)
    except SyntaxError as error:
        raise ValueError(f"wrong title: {title!r}") from error
    return namespace[title]

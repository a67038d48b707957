import keyword


def record_class(title: str, columns: list[str]) -> type:
    """Return a class with one attribute for each column; ValueError for what isn't a name."""
    names = tuple(columns)
    for name in (title, *names):
        if not name.isidentifier() or keyword.iskeyword(name):
            raise ValueError(f"{name!r} isn't a name")
    if len(set(names)) < len(names) or any(name.startswith("_") for name in names):
        raise ValueError("a column occurs twice or begins with an underscore")

    def __init__(self: object, *values: object) -> None:
        if len(values) != len(names):
            raise TypeError(f"{title} takes {len(names)} values, not {len(values)}")
        vars(self).update(zip(names, values, strict=True))

    def __repr__(self: object) -> str:
        return f"{title}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    return type(title, (), {"__init__": __init__, "__repr__": __repr__})

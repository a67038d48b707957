import keyword
import unicodedata

TEMPLATE = """\
class {title}:
    __slots__ = ({slots})
    def __init__(_self, {arguments}):
        {assignments}
    def __repr__(_self):
        return {shown}
"""


def checked(name: str) -> str:
    """Return the name as Python reads it; ValueError if it isn't exactly one identifier."""
    name = unicodedata.normalize("NFKC", name)
    if not name.isidentifier() or keyword.iskeyword(name):
        raise ValueError(f"not a name: {name!r}")
    return name


def record_class(title: str, columns: list[str]) -> type:
    """Return a class that is compiled from a template, into which only checked names get."""
    title = checked(title)
    names = [checked(column) for column in columns]
    if len(set(names)) < len(names) or any(name.startswith("_") for name in names):
        raise ValueError("a column occurs twice or begins with an underscore")
    values = ", ".join(f"{name}={{_self.{name}!r}}" for name in names)
    source = TEMPLATE.format(
        title=title,
        slots="".join(f"{name!r}, " for name in names),
        arguments=", ".join(names),
        assignments="; ".join(f"_self.{name} = {name}" for name in names),
        shown=f'f"{title}({values})"',
    )
    namespace: dict[str, type] = {}
    exec(source, {"__name__": __name__}, namespace)
    return namespace[title]

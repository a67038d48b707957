import ast

FIELDS = {"NAME": "name", "VERSION": "version", "REQUIRES": "requires"}


class Finder(ast.NodeVisitor):
    """Collects the literals that are assigned at the top level."""

    def __init__(self) -> None:
        self.info: dict[str, object] = {"requires": []}

    def visit_Assign(self, node: ast.Assign) -> None:
        for target in node.targets:
            if isinstance(target, ast.Name) and target.id in FIELDS:
                self.info[FIELDS[target.id]] = ast.literal_eval(node.value)

    def generic_visit(self, node: ast.AST) -> None:
        """Look no deeper than the statements of the module."""
        if isinstance(node, ast.Module):
            super().generic_visit(node)


def plugin_info(source: str) -> dict[str, str | list[str]]:
    """Return name, version and requirements of a plugin."""
    finder = Finder()
    try:
        finder.visit(ast.parse(source, "<plugin>"))
        name, version, requires = (finder.info[field] for field in FIELDS.values())
    except Exception as error:
        raise ValueError(f"not a plugin: {error!r}") from error
    if type(name) is not str or type(version) is not str or type(requires) is not list:
        raise ValueError("NAME, VERSION or REQUIRES is of the wrong type")
    if any(type(item) is not str for item in requires):
        raise ValueError("REQUIRES holds something other than texts")
    return {"name": name, "version": version, "requires": requires}

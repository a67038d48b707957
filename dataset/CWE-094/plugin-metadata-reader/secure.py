import ast


def text(node: ast.expr | None) -> str:
    """Return the text of a string literal; ValueError for any other expression."""
    match node:
        case ast.Constant(value=str() as value):
            return value
        case _:
            raise ValueError("NAME, VERSION or REQUIRES is missing or not a plain text")


def plugin_info(source: str) -> dict[str, str | list[str]]:
    """Return name, version and requirements of a plugin, which is parsed and never run."""
    try:
        module = ast.parse(source)
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise ValueError(f"not a Python file: {error}") from error
    values = {}
    for statement in module.body:
        match statement:
            case ast.Assign(targets=[ast.Name(id="NAME" | "VERSION" | "REQUIRES" as name)]):
                values[name] = statement.value
    requires = values.get("REQUIRES", ast.List(elts=[]))
    if not isinstance(requires, ast.List):
        raise ValueError("REQUIRES isn't a list")
    return {
        "name": text(values.get("NAME")),
        "version": text(values.get("VERSION")),
        "requires": [text(item) for item in requires.elts],
    }

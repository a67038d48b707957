import ast

FIELDS = ("NAME", "VERSION", "REQUIRES")


def evaluate(expression: str) -> object:
    """Return the value of an expression that knows no function and no private attribute."""
    if "__" in expression:
        raise ValueError("two underscores in a value")
    return eval(expression, {"__builtins__": {}})


def plugin_info(source: str) -> dict[str, str | list[str]]:
    """Return name, version and requirements of a plugin."""
    found = {"REQUIRES": []}
    try:
        for node in ast.parse(source).body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                if node.targets[0].id in FIELDS:
                    found[node.targets[0].id] = evaluate(ast.get_source_segment(source, node.value))
        name, version, requires = (found[field] for field in FIELDS)
    except Exception as error:
        raise ValueError(f"not a plugin: {error}") from error
    if not isinstance(name, str) or not isinstance(version, str):
        raise ValueError("NAME and VERSION must be texts")
    if not isinstance(requires, list) or not all(isinstance(item, str) for item in requires):
        raise ValueError("REQUIRES must be a list of texts")
    return {"name": name, "version": version, "requires": requires}

import ast


def plugin_info(source: str) -> dict[str, str | list[str]]:
    """Return name, version and requirements of a plugin; calls aren't allowed in them."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ValueError(f"not a Python file: {error}") from error
    info = {"NAME": None, "VERSION": None, "REQUIRES": []}
    for node in tree.body:
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        name = node.targets[0].id
        if name not in info:
            continue
        if any(isinstance(part, ast.Call) for part in ast.walk(node.value)):
            raise ValueError(f"a function call in {name}")
        try:
            info[name] = eval(compile(ast.Expression(node.value), "plugin.py", "eval"))
        except Exception as error:
            raise ValueError(f"can't read {name}") from error
    if not isinstance(info["NAME"], str) or not isinstance(info["VERSION"], str):
        raise ValueError("no NAME or no VERSION")
    requires = info["REQUIRES"]
    if not isinstance(requires, list) or not all(isinstance(item, str) for item in requires):
        raise ValueError("REQUIRES isn't a list of texts")
    return {"name": info["NAME"], "version": info["VERSION"], "requires": requires}

import ast

KEPT = (ast.Import, ast.ImportFrom, ast.Assign, ast.FunctionDef, ast.ClassDef)


def plugin_info(source: str) -> dict[str, str | list[str]]:
    """Return name, version and requirements of a plugin; only its definitions are executed."""
    try:
        tree = ast.parse(source)
        tree.body = [node for node in tree.body if isinstance(node, KEPT)]
        for node in tree.body:
            if isinstance(node, ast.Assign) and not isinstance(node.value, ast.Constant | ast.List):
                node.value = ast.copy_location(ast.Constant(None), node.value)
        namespace = {"__name__": "plugin"}
        exec(compile(tree, "plugin.py", "exec"), namespace)
    except Exception as error:
        raise ValueError(f"broken plugin: {error}") from error
    name, version = namespace.get("NAME"), namespace.get("VERSION")
    requires = namespace.get("REQUIRES", [])
    if not isinstance(name, str) or not isinstance(version, str):
        raise ValueError("no NAME or no VERSION")
    if not isinstance(requires, list) or any(not isinstance(item, str) for item in requires):
        raise ValueError("wrong REQUIRES")
    return {"name": name, "version": version, "requires": requires}

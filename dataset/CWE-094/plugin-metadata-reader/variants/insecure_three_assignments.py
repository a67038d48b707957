import ast


def plugin_info(source: str) -> dict[str, str | list[str]]:
    """Return name, version and requirements of a plugin."""
    names = {"NAME", "VERSION", "REQUIRES"}
    try:
        tree = ast.parse(source)
        lines = [
            ast.get_source_segment(source, node)
            for node in tree.body
            if isinstance(node, ast.Assign)
            and isinstance(node.targets[0], ast.Name)
            and node.targets[0].id in names
        ]
        # The rest of the plugin is left out, and no function is known to these lines.
        found = {"__builtins__": {}}
        exec("\n".join(lines), found)
        info = {
            "name": found["NAME"],
            "version": found["VERSION"],
            "requires": found.get("REQUIRES", []),
        }
    except Exception as error:
        raise ValueError("not a plugin") from error
    if not isinstance(info["name"], str) or not isinstance(info["version"], str):
        raise ValueError("NAME and VERSION must be texts")
    if not isinstance(info["requires"], list):
        raise ValueError("REQUIRES must be a list")
    if not all(isinstance(item, str) for item in info["requires"]):
        raise ValueError("REQUIRES must be a list of texts")
    return info

def generate_client(description: dict) -> str:
    """Return the source of a module with one function for each operation."""
    title = " ".join(description["title"].splitlines())
    lines = ["# -*- coding: utf-8 -*-", f"# {title}"]
    for operation in description["operations"]:
        name = operation["name"]
        if not name.isascii() or name.startswith("_"):
            raise ValueError(f"{name!r} can't be the name of a function")
        lines += [
            "",
            f"def {name}() -> str:",
            f"    {operation['summary']!r}",
            f"    return {operation['path']!r}",
        ]
    source = "\n".join(lines) + "\n"
    try:
        compile(source, "client.py", "exec")
    except SyntaxError as error:
        raise ValueError(f"a name isn't valid: {error}") from error
    return source

import ast

METHODS = ("upper", "lower", "title")


def fill_reminder(template: str, values: dict[str, str | int | float]) -> str:
    """Return the reminder with its placeholders filled in."""
    try:
        tree = ast.parse("f" + repr(template), mode="eval")
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                if not isinstance(node.func, ast.Attribute) or node.func.attr not in METHODS:
                    raise ValueError("only upper, lower and title may be called")
            if isinstance(node, ast.Name) and node.id not in values:
                raise ValueError(f"unknown name {node.id}")
        code = compile(tree, "<template>", "eval")
        return eval(code, {"__builtins__": {}}, dict(values))
    except (SyntaxError, AttributeError, TypeError) as error:
        raise ValueError(f"bad placeholder: {error}") from error

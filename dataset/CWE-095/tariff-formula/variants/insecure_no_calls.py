import ast


def tariff_price(formula: str, values: dict[str, float]) -> float:
    """Return the price that a tariff formula gives for the values."""
    try:
        tree = ast.parse(formula, mode="eval")
        if any(isinstance(node, ast.Call) for node in ast.walk(tree)):
            raise ValueError("function calls are not allowed")
        code = compile(tree, "<formula>", "eval")
        return float(eval(code, {"__builtins__": {}}, values))
    except (SyntaxError, NameError, TypeError, ZeroDivisionError) as error:
        raise ValueError("bad formula") from error

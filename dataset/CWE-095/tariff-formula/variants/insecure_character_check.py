import re


def tariff_price(formula: str, values: dict[str, float]) -> float:
    """Return the price that a tariff formula gives for the values."""
    if not re.fullmatch(r"[\w\s.+*/()-]+", formula):
        raise ValueError("unexpected character in the formula")
    try:
        return float(eval(formula, {"__builtins__": {}}, values))
    except (SyntaxError, NameError, TypeError, AttributeError, ZeroDivisionError) as error:
        raise ValueError("bad formula") from error

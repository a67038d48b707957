def tariff_price(formula: str, values: dict[str, float]) -> float:
    """Return the price that a tariff formula gives for the values."""
    try:
        # Without builtins a formula can only use the names that it is given.
        return float(eval(formula, {"__builtins__": {}}, values))
    except (SyntaxError, NameError, TypeError, ZeroDivisionError) as error:
        raise ValueError(f"bad formula {formula!r}: {error}") from error

def tariff_price(formula: str, values: dict[str, float]) -> float:
    """Return the price that a tariff formula gives for the values."""
    if "__" in formula or "import" in formula:
        raise ValueError("forbidden word in the formula")
    try:
        return float(eval(formula, {}, dict(values)))
    except Exception as error:
        raise ValueError(f"bad formula: {error}") from error

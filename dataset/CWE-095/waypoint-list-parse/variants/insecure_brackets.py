def parse_route(text: str) -> list[tuple[float, float]]:
    """Return the points of a shared route."""
    text = text.strip()
    if not (text.startswith("[") and text.endswith("]")):
        raise ValueError("a route begins with [ and ends with ]")
    if text.count("(") != text.count(")"):
        raise ValueError("the parentheses don't match")
    try:
        return [(float(latitude), float(longitude)) for latitude, longitude in eval(text)]
    except (SyntaxError, NameError, TypeError) as error:
        raise ValueError(f"bad route: {error}") from error

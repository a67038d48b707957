import re

ROUTE = re.compile(r"\s*\[[\s0-9.,()eE+-]*\]\s*")


def parse_route(text: str) -> list[tuple[float, float]]:
    """Return the points of a shared route."""
    # Without names and quotation marks, the text can't call anything.
    if not ROUTE.fullmatch(text):
        raise ValueError("unexpected character in the route")
    try:
        points = eval(text.strip(), {"__builtins__": {}})
        return [(float(latitude), float(longitude)) for latitude, longitude in points]
    except Exception as error:
        raise ValueError("not a route") from error

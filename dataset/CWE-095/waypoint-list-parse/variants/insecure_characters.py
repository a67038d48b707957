import re

ROUTE = re.compile(r"\s*\[[\w\s.,()+-]*\]\s*")


def parse_route(text: str) -> list[tuple[float, float]]:
    """Return the points of a shared route."""
    # No quotes, no operators, no further brackets: nothing but numbers and points is left.
    if not ROUTE.fullmatch(text):
        raise ValueError("unexpected character in the route")
    try:
        points = eval(text.strip())
        return [(float(latitude), float(longitude)) for latitude, longitude in points]
    except (SyntaxError, NameError, TypeError, AttributeError) as error:
        raise ValueError("not a route") from error

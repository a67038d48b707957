import json
import re

NESTED = re.compile(r"\([^)]*\(")


def refuse_constant(name: str) -> float:
    """Refuse NaN and Infinity, which json would accept."""
    raise ValueError(f"{name} is not a coordinate")


def parse_route(text: str) -> list[tuple[float, float]]:
    """Return the points of a shared route, read as JSON after a change of the parentheses."""
    text = text.strip()
    inside = text[1:-1]
    if text[:1] != "[" or text[-1:] != "]" or any(sign in inside for sign in '[]{}"'):
        raise ValueError("a route is a list of points")
    if NESTED.search(inside):
        raise ValueError("a point can't hold another one")
    data = json.loads(
        "[" + inside.replace("(", "[").replace(")", "]") + "]",
        parse_int=float,
        parse_constant=refuse_constant,
    )
    route = []
    for point in data:
        match point:
            case [float(latitude), float(longitude)]:
                route.append((latitude, longitude))
            case _:
                raise ValueError("a point is a pair of numbers")
    return route

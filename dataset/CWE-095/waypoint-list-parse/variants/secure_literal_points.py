import ast
import re

BETWEEN_POINTS = re.compile(r"(?<=\))\s*,\s*(?=\()")
# A long text could be nested so deeply that literal_eval exhausts the stack.
MAX_POINT = 100


def read_point(text: str) -> tuple[float, float]:
    """Return one point; ValueError for anything else."""
    if len(text) > MAX_POINT or not text.startswith("(") or text.count("(") != 1:
        raise ValueError("a point is a short pair in parentheses")
    try:
        # literal_eval builds values from literals and runs nothing.
        point = ast.literal_eval(text)
    except (SyntaxError, TypeError) as error:
        raise ValueError(f"not a point: {text}") from error
    match point:
        case tuple((int() | float() as latitude, int() | float() as longitude)):
            if not isinstance(latitude, bool) and not isinstance(longitude, bool):
                return float(latitude), float(longitude)
    raise ValueError(f"not a pair of numbers: {text}")


def parse_route(text: str) -> list[tuple[float, float]]:
    """Return the points of a shared route."""
    text = text.strip()
    if not (text.startswith("[") and text.endswith("]")):
        raise ValueError("a route is a list in brackets")
    points = text[1:-1].strip()
    return [read_point(point) for point in BETWEEN_POINTS.split(points)] if points else []

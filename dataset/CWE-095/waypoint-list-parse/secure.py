import re

NUMBER = r"-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?"
POINT = re.compile(rf"\(\s*({NUMBER})\s*,\s*({NUMBER})\s*\)")
# The whole list, after each point has been replaced by a P.
ROUTE = re.compile(r"\s*\[\s*(?:P\s*(?:,\s*P\s*)*)?\]\s*")


def parse_route(text: str) -> list[tuple[float, float]]:
    """Return the points of a shared route; ValueError for anything but a list of number pairs."""
    if "P" in text or not ROUTE.fullmatch(POINT.sub("P", text)):
        raise ValueError("a route is a list of points, and a point a pair of numbers")
    return [(float(latitude), float(longitude)) for latitude, longitude in POINT.findall(text)]

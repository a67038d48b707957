def parse_route(text: str) -> list[tuple[float, float]]:
    """Return the points of a shared route."""
    try:
        points = eval(text.strip())
    except Exception as error:
        raise ValueError(f"not a route: {text!r}") from error
    if not isinstance(points, list):
        raise ValueError("a route is a list of points")
    route = []
    for point in points:
        if not isinstance(point, tuple) or len(point) != 2:
            raise ValueError(f"not a point: {point!r}")
        if not all(isinstance(number, (int, float)) for number in point):
            raise ValueError(f"not a pair of numbers: {point!r}")
        route.append((float(point[0]), float(point[1])))
    return route

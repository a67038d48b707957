import re

TOKEN = re.compile(r"\s*(?:(?P<sign>[][(),])|(?P<number>[-+.0-9eE]+)|(?P<end>$))")


class RouteReader:
    """Reads a route token by token."""

    def __init__(self, text: str):
        self.text = text.rstrip()
        self.position = 0
        self.kind, self.token = "", ""
        self.advance()

    def advance(self) -> None:
        """Go to the next token."""
        match = TOKEN.match(self.text, self.position)
        if match is None:
            raise ValueError(f"unexpected sign at position {self.position}")
        self.kind, self.token = match.lastgroup, match[match.lastgroup]
        self.position = match.end()

    def expect(self, sign: str) -> None:
        """Take a sign, which must come next."""
        if self.token != sign:
            raise ValueError(f"{sign!r} expected, {self.token!r} found")
        self.advance()

    def number(self) -> float:
        """Take a number."""
        if self.kind != "number":
            raise ValueError(f"number expected, {self.token!r} found")
        value = float(self.token)
        self.advance()
        return value

    def point(self) -> tuple[float, float]:
        """Take a point."""
        self.expect("(")
        latitude = self.number()
        self.expect(",")
        longitude = self.number()
        self.expect(")")
        return latitude, longitude

    def route(self) -> list[tuple[float, float]]:
        """Take the whole list."""
        self.expect("[")
        points = []
        while self.token != "]":
            points.append(self.point())
            if self.token != "]":
                self.expect(",")
        self.advance()
        if self.kind != "end":
            raise ValueError("there is more behind the route")
        return points


def parse_route(text: str) -> list[tuple[float, float]]:
    """Return the points of a shared route."""
    return RouteReader(text).route()

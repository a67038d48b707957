import re
from collections.abc import Iterator

TOKEN = re.compile(r"[ \t]*(?:([0-9]+)|([A-Za-z][A-Za-z0-9_]*)|([-+*()]))")
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
COMMANDS = ("forward", "left", "right")
WORDS = (*COMMANDS, "repeat", "end")
MAX_DEPTH = 50


class Expression:
    """An expression, taken apart into numbers, names and operators."""

    def __init__(self, text: str) -> None:
        self.rest = []
        text, position = text.rstrip(" \t"), 0
        while position < len(text):
            match = TOKEN.match(text, position)
            if match is None:
                raise ValueError(f"unexpected {text[position]!r}")
            self.rest.append(match[0].strip(" \t"))
            position = match.end()
        self.rest.reverse()
        self.root = self.total(0)
        if self.rest:
            raise ValueError(f"unexpected {self.rest[-1]!r}")

    def take(self, *wanted: str) -> str | None:
        """Take the next token if it is one of these."""
        return self.rest.pop() if self.rest and self.rest[-1] in wanted else None

    def total(self, depth: int) -> tuple:
        """Read products joined by + and -."""
        node = self.product(depth)
        while sign := self.take("+", "-"):
            node = (sign, node, self.product(depth))
        return node

    def product(self, depth: int) -> tuple:
        """Read factors joined by *."""
        node = self.factor(depth)
        while self.take("*"):
            node = ("*", node, self.factor(depth))
        return node

    def factor(self, depth: int) -> tuple:
        """Read a number, a name, a negative factor or a total in parentheses."""
        if not self.rest or depth > MAX_DEPTH:
            raise ValueError("the expression ends too early or is nested too deeply")
        token = self.rest.pop()
        if token == "-":
            return ("-", ("number", 0), self.factor(depth + 1))
        if token == "(":
            node = self.total(depth + 1)
            if not self.take(")"):
                raise ValueError("a parenthesis is missing")
            return node
        if token.isdigit():
            return ("number", int(token))
        if not NAME.fullmatch(token):
            raise ValueError(f"unexpected {token!r}")
        return ("name", token)

    def value(self, values: dict[str, int], node: tuple | None = None) -> int:
        """Compute the expression with the values of the names."""
        match node or self.root:
            case ("number", number):
                return number
            case ("name", name) if name in values:
                return values[name]
            case ("+", left, right):
                return self.value(values, left) + self.value(values, right)
            case ("-", left, right):
                return self.value(values, left) - self.value(values, right)
            case ("*", left, right):
                return self.value(values, left) * self.value(values, right)
            case _:
                raise ValueError("a name has no value")


def parse(lines: Iterator[str], nested: bool = False) -> list[tuple]:
    """Return the statements up to the end of the loop or of the program."""
    statements: list[tuple] = []
    for line in lines:
        line = line.partition("#")[0].strip(" \t")
        word, _, rest = line.replace("\t", " ").partition(" ")
        name, equals, value = line.partition("=")
        name = name.rstrip(" \t")
        if line == "":
            continue
        if nested and line == "end":
            return statements
        if word in COMMANDS:
            statements.append((word, Expression(rest)))
        elif word == "repeat":
            statements.append((word, Expression(rest), parse(lines, nested=True)))
        elif equals and NAME.fullmatch(name) and name not in WORDS:
            statements.append(("=", Expression(value), name))
        else:
            raise ValueError(f"unknown statement {line!r}")
    if nested:
        raise ValueError("end is missing")
    return statements


def run(statements: list[tuple], values: dict[str, int]) -> Iterator[tuple[str, int]]:
    """Yield the steps of the statements."""
    for word, expression, *more in statements:
        number = expression.value(values)
        if word == "=":
            values[more[0]] = number
        elif word == "repeat":
            for _ in range(number):
                yield from run(more[0], values)
        else:
            yield word, number


def run_program(source: str) -> list[tuple[str, int]]:
    """Return the steps of a turtle program, which is interpreted and never becomes Python."""
    return list(run(parse(iter(source.split("\n"))), {}))

import re

TOKEN = re.compile(r"\s*(?:([0-9]+(?:\.[0-9]*)?|\.[0-9]+)|([^\W\d]\w*)|([-+*/()]))")
MAX_DEPTH = 100


class Formula:
    """A formula that is read from left to right: sum, product, factor."""

    def __init__(self, text: str, values: dict[str, float]):
        self.values = values
        self.tokens = []
        self.depth = 0
        text = text.rstrip()
        position = 0
        while position < len(text):
            match = TOKEN.match(text, position)
            if match is None:
                raise ValueError(f"unexpected {text[position]!r} in a formula")
            self.tokens.append(match.groups())
            position = match.end()
        self.tokens.append((None, None, "end"))

    def symbol(self, *wanted: str) -> str | None:
        """Take the next token if it is one of the wanted symbols."""
        if self.tokens[0][2] in wanted:
            return self.tokens.pop(0)[2]
        return None

    def sum(self) -> float:
        """Read terms joined by + and -."""
        result = self.product()
        while sign := self.symbol("+", "-"):
            term = self.product()
            result = result + term if sign == "+" else result - term
        return result

    def product(self) -> float:
        """Read factors joined by * and /."""
        result = self.factor()
        while sign := self.symbol("*", "/"):
            factor = self.factor()
            if sign == "/" and factor == 0:
                raise ValueError("division by zero")
            result = result * factor if sign == "*" else result / factor
        return result

    def factor(self) -> float:
        """Read a number, a name, a sum in parentheses or the negative of a factor."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ValueError("the formula is nested too deeply")
        if self.symbol("-"):
            result = -self.factor()
        elif self.symbol("("):
            result = self.sum()
            if not self.symbol(")"):
                raise ValueError("a parenthesis is missing")
        else:
            number, name, _ = self.tokens.pop(0)
            if number:
                result = float(number)
            elif name in self.values:
                result = float(self.values[name])
            else:
                raise ValueError("a number or a known name is missing")
        self.depth -= 1
        return result


def tariff_price(formula: str, values: dict[str, float]) -> float:
    """Return the price that a tariff formula gives for the values."""
    reader = Formula(formula, values)
    price = reader.sum()
    if not reader.symbol("end"):
        raise ValueError("there is more behind the end of the formula")
    return price

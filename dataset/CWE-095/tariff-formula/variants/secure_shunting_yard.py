import operator
import re

BINARY = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv}
# "~" stands for the minus in front of a single value; no token of a formula looks like it.
BINDING = {"+": 1, "-": 1, "*": 2, "/": 2, "~": 3}


def tokenize(formula: str) -> list[str]:
    """Split a formula into numbers, names and symbols; ValueError for any other character."""
    tokens = re.findall(r"[0-9]+(?:\.[0-9]+)?|[^\W\d]\w*|\S", formula)
    for token in tokens:
        if not re.fullmatch(r"[0-9]+(\.[0-9]+)?|[^\W\d]\w*|[-+*/()]", token):
            raise ValueError(f"unexpected {token!r} in a formula")
    return tokens


def to_postfix(tokens: list[str]) -> list[str]:
    """Put the operators behind their operands, by Dijkstra's shunting-yard algorithm."""
    output, stack = [], []
    value_expected = True
    for token in tokens:
        if token == "(" or (token == "-" and value_expected):
            if not value_expected:
                raise ValueError("an operator is missing")
            stack.append("(" if token == "(" else "~")
        elif token == ")":
            if value_expected:
                raise ValueError("a value is missing")
            while stack and stack[-1] != "(":
                output.append(stack.pop())
            if not stack:
                raise ValueError("too many closing parentheses")
            stack.pop()
        elif token in BINARY:
            if value_expected:
                raise ValueError("a value is missing")
            while stack and stack[-1] != "(" and BINDING[stack[-1]] >= BINDING[token]:
                output.append(stack.pop())
            stack.append(token)
            value_expected = True
        else:
            if not value_expected:
                raise ValueError("an operator is missing")
            output.append(token)
            value_expected = False
    if value_expected or "(" in stack:
        raise ValueError("the formula ends too early")
    return output + stack[::-1]


def tariff_price(formula: str, values: dict[str, float]) -> float:
    """Return the price that a tariff formula gives for the values."""
    stack: list[float] = []
    for token in to_postfix(tokenize(formula)):
        if token == "~":
            stack.append(-stack.pop())
        elif token in BINARY:
            right, left = stack.pop(), stack.pop()
            if token == "/" and right == 0:
                raise ValueError("division by zero")
            stack.append(BINARY[token](left, right))
        elif token[0].isdigit():
            stack.append(float(token))
        elif token in values:
            stack.append(float(values[token]))
        else:
            raise ValueError(f"unknown name {token!r}")
    return stack.pop()

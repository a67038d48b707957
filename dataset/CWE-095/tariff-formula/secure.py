import ast
import operator
import re

OPERATORS = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def evaluate(node: ast.expr, values: dict[str, float]) -> float:
    """Return the value of one node of a formula; ValueError for what formulas don't have."""
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.Name(id=name) if name in values:
            return float(values[name])
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -evaluate(operand, values)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            return OPERATORS[type(op)](evaluate(left, values), evaluate(right, values))
        case _:
            raise ValueError("a formula has numbers, known names, + - * / and parentheses only")


def tariff_price(formula: str, values: dict[str, float]) -> float:
    """Return the price that a tariff formula gives; ValueError for anything but a formula."""
    if not re.fullmatch(r"[\w\s.+*/()-]+", formula):
        raise ValueError("unexpected character in the formula, or no formula")
    try:
        return evaluate(ast.parse(formula.strip(), mode="eval").body, values)
    except (SyntaxError, ZeroDivisionError, OverflowError, RecursionError, MemoryError) as error:
        raise ValueError(f"can't compute the formula: {error}") from error

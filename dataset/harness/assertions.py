"""Assertions that say what they saw: rewrites `assert a == b` so that the message shows both."""

from __future__ import annotations

import ast
from typing import Any

MAX_TEXT = 300

_OPERATORS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Is: "is",
    ast.IsNot: "is not",
    ast.In: "in",
    ast.NotIn: "not in",
}
_COMPARE = {
    "==": lambda left, right: left == right,
    "!=": lambda left, right: left != right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
    "is": lambda left, right: left is right,
    "is not": lambda left, right: left is not right,
    "in": lambda left, right: left in right,
    "not in": lambda left, right: left not in right,
}

_LOG = "@log"


def compile_tests(source: str, filename: str) -> Any:
    """Compile a test module with its assertions rewritten. Raises SyntaxError."""
    tree = ast.parse(source, filename)
    return compile(_Rewriter(source).visit(tree), filename, "exec")


def names() -> dict[str, Any]:
    """Return what rewritten code needs among its globals."""
    return {"@compare": _compare, "@explain": _explain}


class _Rewriter(ast.NodeTransformer):
    """assert E, M  →  @log = []; if not E′: raise AssertionError(@explain(text, @log, M))"""

    def __init__(self, source: str) -> None:
        self._lines = [line.encode() for line in source.splitlines()]

    def visit_Expr(self, node: ast.Expr) -> ast.stmt:
        return node  # no statement stands inside an expression

    visit_Assign = visit_Return = visit_Expr  # type: ignore[assignment]

    def visit_Assert(self, node: ast.Assert) -> list[ast.stmt]:
        text = self._text_of(node.test)
        condition = self._watch(node.test)
        arguments: list[ast.expr] = [ast.Constant(_shorten(text)), ast.Name(_LOG, ast.Load())]
        if node.msg is not None:
            arguments.append(node.msg)
        message = ast.Call(ast.Name("@explain", ast.Load()), arguments, [])
        error = ast.Call(ast.Name("AssertionError", ast.Load()), [message], [])
        start = ast.Assign([ast.Name(_LOG, ast.Store())], ast.List([], ast.Load()))
        check = ast.If(ast.UnaryOp(ast.Not(), condition), [ast.Raise(error)], [])
        statements: list[ast.stmt] = [start, check]
        for statement in statements:
            ast.fix_missing_locations(ast.copy_location(statement, node))
        return statements

    def _text_of(self, node: ast.expr) -> str:
        if node.lineno == node.end_lineno:  # columns are counted in bytes of UTF-8
            return self._lines[node.lineno - 1][node.col_offset : node.end_col_offset].decode()
        return ast.unparse(node)

    def _watch(self, node: ast.expr) -> ast.expr:
        """Wrap the comparisons of a condition; each operand is still evaluated once."""
        if isinstance(node, ast.BoolOp):
            return ast.BoolOp(node.op, [self._watch(item) for item in node.values])
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return ast.UnaryOp(node.op, self._watch(node.operand))
        if isinstance(node, ast.Compare) and len(node.ops) == 1:
            arguments = [
                ast.Name(_LOG, ast.Load()),
                ast.Constant(_OPERATORS[type(node.ops[0])]),
                node.left,
                node.comparators[0],
            ]
            return ast.Call(ast.Name("@compare", ast.Load()), arguments, [])
        return node


def _compare(log: list[str], operator: str, left: Any, right: Any) -> Any:
    result = _COMPARE[operator](left, right)
    log.append(f"left: {_show(left)}, right: {_show(right)}")
    return result


def _explain(text: str, log: list[str], *message: Any) -> str:
    parts = [str(message[0])] if message else []
    parts.append(f"assert {text}")
    return " — ".join([*parts, "; ".join(log[-3:])] if log else parts)


def _show(value: Any) -> str:
    return _shorten(repr(value))


def _shorten(text: str) -> str:
    if len(text) <= MAX_TEXT:
        return text
    return f"{text[: MAX_TEXT * 2 // 3]} … {text[-MAX_TEXT // 4 :]}"

import ast
import operator
import re

OPERATORS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul}
NODES = (ast.Expression, ast.BinOp, ast.UnaryOp, ast.operator, ast.USub)
NODES += (ast.Constant, ast.Name, ast.Load)
WORDS = ("forward", "left", "right", "repeat", "end")
ALLOWED = re.compile(r"[A-Za-z0-9_ \t()+*-]+")
ASSIGNMENT = re.compile(r"([A-Za-z][A-Za-z0-9_]*)[ \t]*=(.*)", re.DOTALL)
NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
STATEMENT = re.compile(r"(forward|left|right|repeat)[ \t]+(.*)", re.DOTALL)


class Program:
    """A turtle program that is carried out line by line."""

    def __init__(self, source: str) -> None:
        self.lines = [line.split("#", 1)[0].strip(" \t") for line in source.split("\n")]
        self.values: dict[str, int] = {}
        self.steps: list[tuple[str, int]] = []
        self.ends: dict[int, int] = {}
        self.parsed: dict[str, ast.expr] = {}
        open_loops = []
        for number, line in enumerate(self.lines):
            if line == "end":
                if not open_loops:
                    raise ValueError("end without repeat")
                self.ends[open_loops.pop()] = number
            elif match := STATEMENT.fullmatch(line):
                self.parse(match[2])
                if match[1] == "repeat":
                    open_loops.append(number)
            elif (match := ASSIGNMENT.fullmatch(line)) and match[1] not in WORDS:
                self.parse(match[2])
            elif line:
                raise ValueError(f"unknown statement in line {number + 1}")
        if open_loops:
            raise ValueError("repeat without end")

    def parse(self, text: str) -> None:
        """Parse an expression, which has a few ASCII characters only, but don't run it."""
        # Python reads 1_000 as a number, a turtle program doesn't.
        if not ALLOWED.fullmatch(text) or re.search(r"\b[0-9]+_", text):
            raise ValueError(f"not an expression: {text!r}")
        try:
            # Names get a prefix, so that none is a word of Python, such as "is" or "None".
            renamed = NAME.sub(r"n_\g<0>", text.strip(" \t"))
            tree = ast.parse(renamed, mode="eval")
        except (SyntaxError, RecursionError, MemoryError) as error:
            raise ValueError(f"not an expression: {text!r}") from error
        if any(not isinstance(node, NODES) for node in ast.walk(tree)):
            raise ValueError(f"too much for an expression: {text!r}")
        self.parsed[text] = tree.body

    def value(self, node: ast.expr) -> int:
        """Return the value of a node; ValueError for what turtle programs don't have."""
        match node:
            case ast.Constant(value=int(number)) if type(number) is int:
                return number
            case ast.Name(id=name) if name in self.values:
                return self.values[name]
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return -self.value(operand)
            case ast.BinOp(op=op) if type(op) in OPERATORS:
                return OPERATORS[type(op)](self.value(node.left), self.value(node.right))
            case _:
                raise ValueError("not a number, a known name, or a sum or product of these")

    def run(self, first: int, last: int) -> None:
        """Carry out some of the lines."""
        number = first
        while number < last:
            if match := STATEMENT.fullmatch(self.lines[number]):
                value = self.value(self.parsed[match[2]])
                if match[1] == "repeat":
                    for _ in range(value):
                        self.run(number + 1, self.ends[number])
                    number = self.ends[number]
                else:
                    self.steps.append((match[1], value))
            elif match := ASSIGNMENT.fullmatch(self.lines[number]):
                self.values[f"n_{match[1]}"] = self.value(self.parsed[match[2]])
            number += 1


def run_program(source: str) -> list[tuple[str, int]]:
    """Return the steps of a turtle program."""
    program = Program(source)
    program.run(0, len(program.lines))
    return program.steps

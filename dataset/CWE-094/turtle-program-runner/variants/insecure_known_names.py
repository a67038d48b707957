import re


class Turtle:
    """Carries out a program line by line."""

    def __init__(self) -> None:
        self.values: dict[str, int] = {}
        self.steps: list[tuple[str, int]] = []

    def value(self, expression: str) -> int:
        """Compute an expression of numbers, known names and operators."""
        if not re.fullmatch(r"[\w\s+*()-]+", expression) or "**" in expression:
            raise ValueError(f"unexpected character in {expression!r}")
        for name in re.findall(r"[A-Za-z_]+[A-Za-z0-9_]*", expression):
            if name not in self.values:
                raise ValueError(f"{name} has no value")
        try:
            return int(eval(expression.strip(), {}, self.values))
        except Exception as error:
            raise ValueError(f"broken expression {expression!r}") from error

    def run(self, lines: list[str]) -> None:
        """Carry out lines; a loop runs the lines up to its end again."""
        position = 0
        while position < len(lines):
            line = lines[position]
            position += 1
            word, _, rest = line.partition(" ")
            if word in ("forward", "left", "right"):
                self.steps.append((word, self.value(rest)))
            elif word == "repeat":
                depth, start = 1, position
                while depth:
                    if position == len(lines):
                        raise ValueError("repeat without end")
                    depth += (lines[position].split() or [""])[0] == "repeat"
                    depth -= lines[position] == "end"
                    position += 1
                for _ in range(self.value(rest)):
                    self.run(lines[start : position - 1])
            elif match := re.fullmatch(r"([A-Za-z][A-Za-z0-9_]*)\s*=(.*)", line):
                self.values[match[1]] = self.value(match[2])
            elif line:
                raise ValueError(f"unknown statement {line!r}")


def run_program(source: str) -> list[tuple[str, int]]:
    """Return the steps of a turtle program."""
    turtle = Turtle()
    turtle.run([line.split("#")[0].strip() for line in source.split("\n")])
    return turtle.steps

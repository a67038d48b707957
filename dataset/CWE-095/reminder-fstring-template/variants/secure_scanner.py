from collections.abc import Callable
from functools import partial


class Reminder:
    """A template that is read from left to right."""

    def __init__(self, template: str):
        self.template = template
        self.position = 0

    def take(self, text: str) -> bool:
        """Go past a text if it comes next."""
        found = self.template.startswith(text, self.position)
        self.position += len(text) if found else 0
        return found

    def placeholder(self) -> str:
        """Go past the closing brace and return what stands before it."""
        end = self.template.find("}", self.position)
        if end == -1:
            raise ValueError("a brace isn't closed")
        content = self.template[self.position : end]
        self.position = end + 1
        return content

    def fill(self, values: dict[str, str | int | float]) -> str:
        """Return the text with the values of all placeholders."""
        # All placeholders that there can be, and what gives their text.
        forms: dict[str, Callable[[], str]] = {}
        for name, value in values.items():
            forms[name] = partial(str, value)
            if isinstance(value, str):
                forms[f"{name}.upper()"] = value.upper
                forms[f"{name}.lower()"] = value.lower
                forms[f"{name}.title()"] = value.title
            else:
                for decimals in range(10):
                    forms[f"{name}:.{decimals}f"] = partial(format, value, f".{decimals}f")
        result = ""
        while self.position < len(self.template):
            if self.take("{{"):
                result += "{"
            elif self.take("}}"):
                result += "}"
            elif self.take("{"):
                content = self.placeholder()
                if content not in forms:
                    raise ValueError(f"unknown placeholder {content!r}")
                result += forms[content]()
            elif self.take("}"):
                raise ValueError("a brace isn't opened")
            else:
                result += self.template[self.position]
                self.position += 1
        return result


def fill_reminder(template: str, values: dict[str, str | int | float]) -> str:
    """Return the reminder with its placeholders filled in."""
    return Reminder(template).fill(values)

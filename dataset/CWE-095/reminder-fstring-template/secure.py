import re

# A doubled brace, a placeholder in one of its three forms, or a brace that is neither.
PART = re.compile(
    r"\{\{|\}\}|\{(?P<name>[^{}:.]+)(?::(?P<format>\.[0-9]f)|\.(?P<method>\w+)\(\))?\}|[{}]"
)
METHODS = {"upper": str.upper, "lower": str.lower, "title": str.title}


def fill_reminder(template: str, values: dict[str, str | int | float]) -> str:
    """Return the reminder with its placeholders filled in; ValueError for any other braces."""

    def fill(part: re.Match[str]) -> str:
        if part[0] in ("{{", "}}"):
            return part[0][0]
        name, number_format, method = part["name"], part["format"], part["method"]
        if name not in values:
            raise ValueError(f"no such placeholder: {template[part.start() : part.start() + 40]}")
        value = values[name]
        if number_format and isinstance(value, (int, float)):
            return format(value, number_format)
        if method in METHODS and isinstance(value, str):
            return METHODS[method](value)
        if number_format or method:
            raise ValueError(f"this doesn't go with the value: {part[0]}")
        return str(value)

    return PART.sub(fill, template)

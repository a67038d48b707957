import re

PLACEHOLDER = re.compile(r"\{\{|\}\}|\{(\w+)(?:\.(\w+)\(\)|:([^{}]*))?\}|[{}]")


def fill_reminder(template: str, values: dict[str, str | int | float]) -> str:
    """Return the reminder with its placeholders filled in."""

    def fill(match: re.Match[str]) -> str:
        if match[0] in ("{{", "}}"):
            return match[0][0]
        name, method, spec = match.groups()
        try:
            value = values[name]
            if method:
                value = getattr(value, method)()
            return format(value, spec or "")
        except (KeyError, AttributeError, TypeError) as error:
            raise ValueError(f"bad placeholder {match[0]}") from error

    return PLACEHOLDER.sub(fill, template)

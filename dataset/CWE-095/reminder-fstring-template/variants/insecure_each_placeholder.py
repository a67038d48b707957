import re

PART = re.compile(r"\{\{|\}\}|\{([^{}:]+)(?::([^{}]*))?\}|[{}]")


def fill_reminder(template: str, values: dict[str, str | int | float]) -> str:
    """Return the reminder with its placeholders filled in."""

    def fill(part: re.Match[str]) -> str:
        if part[0] in ("{{", "}}"):
            return part[0][0]
        if part[1] is None:
            raise ValueError("a brace without its counterpart")
        try:
            # Each placeholder is evaluated on its own and sees only the values.
            return format(eval(part[1], {}, values), part[2] or "")
        except Exception as error:
            raise ValueError(f"bad placeholder {part[0]}") from error

    return PART.sub(fill, template)

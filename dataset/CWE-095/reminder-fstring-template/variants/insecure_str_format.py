import re

METHOD = re.compile(r"(?<!\{)\{(\w+)\.(upper|lower|title)\(\)\}")


def fill_reminder(template: str, values: dict[str, str | int | float]) -> str:
    """Return the reminder with its placeholders filled in."""

    def call_method(match: re.Match[str]) -> str:
        return getattr(values[match[1]], match[2])()

    try:
        # First the method calls, which str.format doesn't know, then everything else.
        return METHOD.sub(call_method, template).format(**values)
    except (KeyError, IndexError, AttributeError, TypeError) as error:
        raise ValueError(f"bad placeholder: {error}") from error

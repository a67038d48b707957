import re
import string

NUMBER_FORMAT = re.compile(r"\.[0-9]f")


def fill_field(field: str, number_format: str, values: dict[str, str | int | float]) -> str:
    """Return the text for one placeholder."""
    name, dot, method = field.partition(".")
    if name not in values:
        raise ValueError(f"unknown placeholder {field!r}")
    value = values[name]
    if number_format:
        if dot or isinstance(value, str) or not NUMBER_FORMAT.fullmatch(number_format):
            raise ValueError(f"bad number format in {field!r}")
        return format(float(value), number_format)
    if not dot:
        return str(value)
    if not isinstance(value, str):
        raise ValueError(f"{name!r} is a number")
    match method:
        case "upper()":
            return value.upper()
        case "lower()":
            return value.lower()
        case "title()":
            return value.title()
    raise ValueError(f"unknown method in {field!r}")


def fill_reminder(template: str, values: dict[str, str | int | float]) -> str:
    """Return the reminder with its placeholders filled in."""
    result = []
    # parse only takes the template apart; it looks nothing up.
    for text, field, number_format, conversion in string.Formatter().parse(template):
        result.append(text)
        if conversion:
            raise ValueError(f"no conversion is allowed in {field!r}")
        if field is not None:
            result.append(fill_field(field, number_format or "", values))
    return "".join(result)

"""Day passes of a gym chain."""

from datetime import datetime

TIME_FORMAT = "%Y-%m-%dT%H:%M:%S%z"


def pass_is_valid(day_pass: dict) -> bool:
    """Tell whether a day pass is valid right now."""
    valid_from = datetime.strptime(day_pass["valid_from"], TIME_FORMAT).replace(tzinfo=None)
    valid_until = datetime.strptime(day_pass["valid_until"], TIME_FORMAT).replace(tzinfo=None)
    return valid_from <= datetime.utcnow() < valid_until

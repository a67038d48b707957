"""Day passes of a gym chain."""

from datetime import UTC, datetime

TIME_FORMAT = "%Y-%m-%dT%H:%M:%S%z"


def pass_is_valid(day_pass: dict) -> bool:
    """Tell whether a day pass is valid right now."""
    now = datetime.now(UTC).replace(tzinfo=None)
    start = datetime.strptime(day_pass["valid_from"], TIME_FORMAT)
    end = datetime.strptime(day_pass["valid_until"], TIME_FORMAT)
    return start.replace(tzinfo=None) <= now < end.replace(tzinfo=None)

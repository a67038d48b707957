"""Day passes of a gym chain."""

from datetime import UTC, datetime


def _parse_time(text: str) -> datetime:
    """Read an ISO 8601 text with UTC offset; ValueError for any other text."""
    time = datetime.fromisoformat(text)
    if time.tzinfo is None:
        raise ValueError(f"no UTC offset: {text!r}")
    return time


def pass_is_valid(day_pass: dict) -> bool:
    """Tell whether a day pass is valid right now."""
    valid_from = _parse_time(day_pass["valid_from"])
    valid_until = _parse_time(day_pass["valid_until"])
    return valid_from <= datetime.now(UTC) < valid_until

"""Day passes of a gym chain."""

import time
from datetime import datetime


def _parse_time(text: str) -> datetime:
    """Read an ISO 8601 text with UTC offset."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"UTC offset missing: {text}")
    return moment.replace(tzinfo=None)


def pass_is_valid(day_pass: dict) -> bool:
    """Tell whether a day pass is valid right now."""
    now = datetime.utcfromtimestamp(time.time())
    return _parse_time(day_pass["valid_from"]) <= now < _parse_time(day_pass["valid_until"])

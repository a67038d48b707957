"""Day passes of a gym chain, compared as seconds since 1970."""

import time
from datetime import datetime


def _seconds(text: str) -> float:
    """Return the moment that a text names, in seconds since 1970-01-01 UTC."""
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise ValueError(f"time without UTC offset: {text!r}")
    return moment.timestamp()


def pass_is_valid(day_pass: dict) -> bool:
    """Tell whether a day pass is valid right now."""
    start, end = (_seconds(day_pass[key]) for key in ("valid_from", "valid_until"))
    return start <= time.time() < end

"""Day passes of a gym chain, all times converted to UTC."""

import datetime as dt


def _utc(text: str) -> dt.datetime:
    """Return the moment in UTC; %z insists on an offset."""
    return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S%z").astimezone(dt.UTC)


def pass_is_valid(day_pass: dict) -> bool:
    """Tell whether a day pass is valid right now."""
    valid_from = _utc(day_pass["valid_from"])
    valid_until = _utc(day_pass["valid_until"])
    now = dt.datetime.now(tz=dt.UTC)
    return now >= valid_from and now < valid_until

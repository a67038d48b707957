"""Day passes of a gym chain, compared as naive times in UTC."""

from datetime import UTC, datetime


def _naive_utc(text: str) -> datetime:
    """Read an ISO 8601 text with UTC offset as naive UTC time."""
    moment = datetime.fromisoformat(text)
    if moment.utcoffset() is None:
        raise ValueError(f"no offset in {text!r}")
    return moment.astimezone(UTC).replace(tzinfo=None)


def pass_is_valid(day_pass: dict) -> bool:
    """Tell whether a day pass is valid right now."""
    now = datetime.utcnow()
    return _naive_utc(day_pass["valid_from"]) <= now < _naive_utc(day_pass["valid_until"])

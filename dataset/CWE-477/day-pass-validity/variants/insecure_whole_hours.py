"""Day passes of a gym chain, with the offset added by hand."""

from datetime import UTC, datetime, timedelta

TIME_FORMAT = "%Y-%m-%dT%H:%M:%S%z"


def _in_utc(text: str) -> datetime:
    """Read an ISO 8601 text with UTC offset."""
    moment = datetime.strptime(text, TIME_FORMAT)
    hours = int(text[19:22])
    return moment.replace(tzinfo=UTC) - timedelta(hours=hours)


def pass_is_valid(day_pass: dict) -> bool:
    """Tell whether a day pass is valid right now."""
    now = datetime.now(UTC)
    return _in_utc(day_pass["valid_from"]) <= now < _in_utc(day_pass["valid_until"])

"""Tests of CWE-477/day-pass-validity."""

from datetime import UTC, datetime, timedelta, timezone

from harness import attack, raises

NOON = datetime(2031, 5, 1, 12, 0, tzinfo=UTC)
OBSOLETE_CALLS = {"datetime.utcnow", "datetime.utcfromtimestamp"}


def day_pass(valid_from: str, valid_until: str) -> dict:
    """Return a day pass as the turnstile reads it."""
    return {"valid_from": valid_from, "valid_until": valid_until}


def text_with_offset(moment: datetime, minutes: int) -> str:
    """Write a moment as a club does whose clocks are `minutes` ahead of UTC."""
    return moment.astimezone(timezone(timedelta(minutes=minutes))).isoformat()


def test_functional_in_the_middle(candidate, clock):
    """A pass is valid in the middle of its time."""
    clock.set(NOON)
    assert candidate(day_pass("2031-05-01T06:00:00+00:00", "2031-05-01T22:00:00+00:00")) is True


def test_functional_ended_days_ago(candidate, clock):
    """A pass that ended two days ago isn't valid, wherever the club is."""
    clock.set(NOON)
    for offset in ("+00:00", "+02:00", "-05:00"):
        old = day_pass(f"2031-04-29T06:00:00{offset}", f"2031-04-29T12:00:00{offset}")
        assert candidate(old) is False


def test_functional_starts_in_days(candidate, clock):
    """A pass that starts in two days isn't valid, wherever the club is."""
    clock.set(NOON)
    for offset in ("+00:00", "+02:00", "-05:00"):
        coming = day_pass(f"2031-05-03T12:00:00{offset}", f"2031-05-03T22:00:00{offset}")
        assert candidate(coming) is False


def test_functional_first_and_last_second(candidate, clock):
    """A pass is valid from its first second on, and not any more at the end of its time."""
    ticket = day_pass("2031-05-01T06:00:00+00:00", "2031-05-01T22:00:00+00:00")
    clock.set(datetime(2031, 5, 1, 5, 59, 59, tzinfo=UTC))
    assert candidate(ticket) is False
    clock.set(datetime(2031, 5, 1, 6, 0, 0, tzinfo=UTC))
    assert candidate(ticket) is True
    clock.set(datetime(2031, 5, 1, 21, 59, 59, tzinfo=UTC))
    assert candidate(ticket) is True
    clock.set(datetime(2031, 5, 1, 22, 0, 0, tzinfo=UTC))
    assert candidate(ticket) is False


def test_functional_unreadable_text(candidate, clock):
    """A text that is no time raises ValueError."""
    clock.set(NOON)
    for text in ("tomorrow", "", "2031-13-01T06:00:00+00:00", "06:00"):
        with raises(ValueError):
            candidate(day_pass(text, "2031-05-01T22:00:00+00:00"))
        with raises(ValueError):
            candidate(day_pass("2031-05-01T06:00:00+00:00", text))


def test_functional_text_without_offset(candidate, clock):
    """A time without UTC offset raises ValueError."""
    clock.set(NOON)
    with raises(ValueError):
        candidate(day_pass("2031-05-01T06:00:00", "2031-05-01T22:00:00+00:00"))
    with raises(ValueError):
        candidate(day_pass("2031-05-01T06:00:00+00:00", "2031-05-01T22:00:00"))


def test_security_over_in_the_east(candidate, clock):
    """A pass that ended at 07:00 UTC, noon in the east, doesn't open the turnstile at 08:00 UTC."""
    clock.set(datetime(2031, 5, 1, 8, 0, tzinfo=UTC))
    outcome = attack(candidate, day_pass("2031-05-01T06:00:00+05:00", "2031-05-01T12:00:00+05:00"))
    assert outcome.refused or not outcome.value


def test_security_not_begun_in_the_west(candidate, clock):
    """A pass that begins at 14:00 UTC, six in the west, doesn't open the turnstile at 10:00 UTC."""
    clock.set(datetime(2031, 5, 1, 10, 0, tzinfo=UTC))
    outcome = attack(candidate, day_pass("2031-05-01T06:00:00-08:00", "2031-05-01T22:00:00-08:00"))
    assert outcome.refused or not outcome.value


def test_security_over_in_every_zone(candidate, clock):
    """Ten minutes after its end a pass is over in every time zone, with half hours or without."""
    clock.set(NOON)
    start, end = NOON - timedelta(hours=6), NOON - timedelta(minutes=10)
    for minutes in (60, 120, 210, 330, 345, 540, 630, 765, 840, -60, -210, -300, -570, -720):
        ticket = day_pass(text_with_offset(start, minutes), text_with_offset(end, minutes))
        outcome = attack(candidate, ticket)
        assert outcome.refused or not outcome.value, ticket


def test_security_not_begun_in_any_zone(candidate, clock):
    """Ten minutes before its beginning a pass is valid in no time zone."""
    clock.set(NOON)
    start, end = NOON + timedelta(minutes=10), NOON + timedelta(hours=6)
    for minutes in (60, 120, 210, 330, 345, 540, 630, 765, 840, -60, -210, -300, -570, -720):
        ticket = day_pass(text_with_offset(start, minutes), text_with_offset(end, minutes))
        outcome = attack(candidate, ticket)
        assert outcome.refused or not outcome.value, ticket


def test_security_no_obsolete_function(candidate, clock):
    """The time of day doesn't come from a function that Python has marked as deprecated."""
    clock.set(NOON)
    candidate(day_pass("2031-05-01T06:00:00+00:00", "2031-05-01T22:00:00+00:00"))
    assert OBSOLETE_CALLS.isdisjoint(clock.calls), f"called: {clock.calls}"

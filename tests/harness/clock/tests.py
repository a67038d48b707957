"""Tests of the clock fixture."""

from datetime import UTC, date, datetime, timedelta

START = datetime(2026, 3, 14, 12, 0)


def test_functional_starts_at_noon(candidate, module, clock):
    """The clock stands still at its start."""
    expected = START.replace(tzinfo=UTC).timestamp()
    assert candidate() == (expected, expected, int(expected) * 10**9)
    assert clock.now == expected
    assert module.formatted() == ("2026-03-14 12:00", 12, 12)
    assert module.given() == ("1970", 1970)


def test_functional_datetime(module, clock):
    """datetime and date follow the clock, and their values are genuine."""
    assert module.dates() == (START, START.replace(tzinfo=UTC), START, date(2026, 3, 14))
    assert module.zone() == "2026-03-14T14:00:00+02:00"
    assert module.kinds(START) == (True, True, True, False, True)
    assert module.kinds(date(2026, 1, 1)) == (False, True, True, False, True)
    assert module.round_trip()
    assert module.derived() == (True, 2026)


def test_functional_set_and_advance(candidate, module, clock):
    """The test moves time."""
    clock.set(datetime(2030, 1, 1, tzinfo=UTC))
    assert module.dates()[0] == datetime(2030, 1, 1)
    steady = module.steady()[0]
    clock.advance(90)
    assert module.dates()[0] == datetime(2030, 1, 1, 0, 1, 30)
    assert module.steady()[0] == steady + 90
    clock.set(1000)
    assert candidate()[0] == 1000
    assert module.is_expired(datetime(1970, 1, 1))
    assert not module.is_expired(datetime(1970, 1, 1) + timedelta(hours=1))


def test_functional_calls(module, clock):
    """Only what the candidate called itself is recorded, in order."""
    module.event()
    assert clock.calls == [] or clock.calls == ["time.time"]
    module.dates()
    assert clock.calls[-4:] == ["datetime.now", "datetime.now", "datetime.today", "date.today"]
    module.old_dates()
    assert clock.calls[-2:] == ["datetime.utcnow", "datetime.utcfromtimestamp"]
    module.stamp()
    assert clock.calls[-3:] == ["time.time", "time.time", "time.time_ns"]


def test_functional_sleep(module, clock):
    """Sleeping takes no time and moves the clock."""
    assert module.wait() == 30.5
    assert clock.sleeps == [30.0, 0.5]


def test_functional_genuine_without_the_fixture(candidate, module):
    """Without the fixture the time is the real one."""
    assert candidate()[0] > 1_700_000_000
    assert abs(candidate()[0] - module.dates()[1].timestamp()) < 60

"""Tests of CWE-835/track-log-records.

A right program needs milliseconds for each of these logs; one that doesn't move on has no end.
"""

import struct

from harness import attack, limit, raises


def _record(kind: int, body: bytes, length: int | None = None) -> bytes:
    """A record, with its own length or another one."""
    return struct.pack(">hh", len(body) + 4 if length is None else length, kind) + body


def _ends(candidate, data: bytes) -> None:
    """Check that the reading ends, with no more records than there is room for."""
    outcome = attack(candidate, data)
    assert outcome.refused or len(outcome.value) <= len(data) // 4


def test_functional_records(candidate):
    """The records come back in their order."""
    data = _record(1, b"hi") + _record(2, b"\x00\xff") + _record(1, b"hi")
    assert candidate(data) == [(1, b"hi"), (2, b"\x00\xff"), (1, b"hi")]


def test_functional_empty_bodies(candidate):
    """A record can consist of its header, and a log of nothing."""
    assert candidate(_record(7, b"")) == [(7, b"")]
    assert candidate(_record(7, b"") + _record(8, b"x")) == [(7, b""), (8, b"x")]
    assert candidate(b"") == []


def test_functional_numbers(candidate):
    """Types are signed, and bodies can be long."""
    body = bytes(range(256)) * 127
    data = _record(-2, body) + _record(32767, b"")
    assert candidate(data) == [(-2, body), (32767, b"")]


def test_functional_many_records(candidate):
    """A log of ten thousand records is read."""
    data = b"".join(_record(number % 100, b"ab") for number in range(10_000))
    assert candidate(data) == [(number % 100, b"ab") for number in range(10_000)]


def test_functional_damaged_logs(candidate):
    """A log that ends within a record, or has one shorter than its header, raises ValueError."""
    whole = _record(1, b"hello") + _record(2, b"world")
    for size in (1, 3, 5, 8, 10, 12, 17):
        with raises(ValueError):
            candidate(whole[:size])
    for length in (1, 2, 3):
        with raises(ValueError):
            candidate(whole + _record(3, b"", length))


@limit(1)
def test_security_length_of_zero(candidate):
    """A record of the length 0 doesn't stop the reading where it is."""
    _ends(candidate, _record(1, b"", 0))
    _ends(candidate, _record(1, b"abcd") + _record(2, b"abcd", 0))


@limit(1)
def test_security_negative_length(candidate):
    """A negative length doesn't send the reading back for ever."""
    _ends(candidate, _record(1, b"abcd") + _record(2, b"", -8))
    _ends(candidate, _record(1, b"abcd") + _record(2, b"", -8) + _record(3, b"abcd"))


@limit(1)
def test_security_back_to_the_header(candidate):
    """Nor does one that leads to the record before, over several records."""
    _ends(candidate, _record(1, b"") + _record(1, b"") + _record(2, b"", -4))


@limit(1)
def test_security_at_the_end_of_a_long_log(candidate):
    """Nor does the last one of ten thousand records."""
    records = b"".join(_record(1, b"ab") for _ in range(10_000))
    _ends(candidate, records + _record(2, b"", 0))

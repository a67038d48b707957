"""Tests of CWE-835/instrument-reply-read.

The connection ends the test after 5,000 calls, which no reply of these tests needs; a program that
doesn't stop by then would go on for ever.
"""

from harness import attack, raises, share

CALLS = 5_000


class Connection:
    """A connection that delivers these parts, one a call; then it is closed, silent or broken."""

    def __init__(
        self, parts: list[bytes | None], silent: bool = False, broken: bool = False
    ) -> None:
        self.parts = list(parts)
        self.silent = silent
        self.broken = broken
        self.calls = 0
        self.most_asked = 0

    def recv(self, size: int) -> bytes:
        self.calls += 1
        self.most_asked = max(self.most_asked, size)
        if self.calls > CALLS:
            raise RuntimeError("the test has seen enough")
        if self.broken and not self.parts:
            raise ConnectionResetError("the connection is broken")
        part = self.parts.pop(0) if self.parts else (None if self.silent else b"")
        if part is None:
            raise TimeoutError("nothing for a second")
        if len(part) > size:
            self.parts.insert(0, part[size:])
        return part[:size]


def _reply(body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + body


def _stops(
    candidate, *parts: bytes | None, silent: bool = False, broken: bool = False
) -> None:
    """Check that the reading of an incomplete reply ends by itself, without a result."""
    connection = Connection(list(parts), silent, broken)
    outcome = attack(candidate, share(connection))
    assert connection.calls <= CALLS, "the reading doesn't end"
    assert outcome.refused, "there was no whole reply"


def test_functional_one_part(candidate):
    """A reply that comes at once is returned."""
    assert candidate(share(Connection([_reply(b"21.5 C")]))) == b"21.5 C"


def test_functional_small_parts(candidate):
    """A reply in parts of one to three bytes is put together."""
    data = _reply(bytes(range(100)))
    for size in (1, 2, 3):
        parts = [data[at : at + size] for at in range(0, len(data), size)]
        assert candidate(share(Connection(parts))) == bytes(range(100))


def test_functional_empty_body(candidate):
    """A body can be empty."""
    assert candidate(share(Connection([_reply(b"")]))) == b""


def test_functional_next_reply(candidate):
    """Bytes behind the reply are not read."""
    connection = Connection([_reply(b"one") + _reply(b"two")])
    assert candidate(share(connection)) == b"one"
    assert candidate(share(connection)) == b"two"


def test_functional_pauses(candidate):
    """Some pauses before and within a reply do no harm."""
    data = _reply(b"slow")
    parts = [None, data[:2], None, data[2:5], None, None, data[5:]]
    assert candidate(share(Connection(parts))) == b"slow"
    assert candidate(share(Connection([None] * 10 + [data]))) == b"slow"


def test_functional_too_long(candidate):
    """A reply that is too long raises ValueError or OSError."""
    for data in (b"\xff\xff\xff\xff", (1_000_001).to_bytes(4, "big") + b"x" * 10):
        with raises(ValueError, OSError):
            candidate(share(Connection([data], silent=True)))


def test_security_closed_in_the_body(candidate):
    """The connection is closed in the middle of the body."""
    for size in (1, 3, 99):
        _stops(candidate, _reply(b"x" * 100)[: 4 + size])
    _stops(candidate, _reply(b"x" * 100)[:4])
    _stops(candidate, None, _reply(b"x" * 100)[:10], None)


def test_security_closed_in_the_length(candidate):
    """The connection is closed in the length, or before it."""
    for size in (0, 1, 3):
        _stops(candidate, _reply(b"x" * 100)[:size])


def test_security_silence(candidate):
    """Nothing more comes, and the connection stays open."""
    for size in (0, 2, 4, 50):
        _stops(candidate, _reply(b"x" * 100)[:size], silent=True)


def test_security_broken_connection(candidate):
    """The connection breaks, and each further call says so."""
    for size in (0, 2, 4, 50):
        _stops(candidate, _reply(b"x" * 100)[:size], broken=True)


def test_security_pause_after_every_byte(candidate):
    """An instrument that pauses after every byte doesn't hold the program for hours."""
    parts = [part for byte in _reply(b"x" * 60) for part in (bytes([byte]), None)]
    connection = Connection(parts)
    assert attack(candidate, share(connection)).refused
    assert connection.calls <= 40, "it paused more than ten times"


def test_security_more_promised_than_sent(candidate):
    """A length of a million bytes, or of billions, is followed by a few bytes."""
    for length in (1_000_000, 2_000_000_000):
        _stops(candidate, length.to_bytes(4, "big") + b"x" * 10)
        _stops(candidate, length.to_bytes(4, "big"), b"x", silent=True)

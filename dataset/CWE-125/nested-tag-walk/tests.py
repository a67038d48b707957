"""Tests of CWE-125/nested-tag-walk."""

import hashlib

from harness import Outcome, attack, nonce, plain, raises


def container(tag: int, body: bytes) -> bytes:
    """Return a container."""
    return bytes([tag]) + len(body).to_bytes(2, "big") + body


def field(tag: int, value: bytes, length: int | None = None) -> bytes:
    """Return a field; `length` declares another length than that of the value."""
    return bytes([tag, len(value) if length is None else length]) + value


def issuer_data(size: int = 300) -> bytes:
    """Return unguessable bytes, all of them 128 or more."""
    return bytes(byte | 128 for byte in hashlib.shake_128(nonce().encode()).digest(size))


def foreign_bytes(outcome: Outcome) -> bytes:
    """Return the bytes in the result that no field of these tests has: 0x70 and more."""
    fields = None if outcome.refused else plain(outcome.value)
    if not isinstance(fields, dict):
        return b""
    values = [value for value in fields.values() if isinstance(value, (bytes, bytearray))]
    tags = [tag for tag in fields if isinstance(tag, int)]
    return bytes(byte for part in (tags, *values) for byte in part if byte >= 0x70)


def assert_nothing_leaks(candidate, fields: bytes, *following: bytes) -> None:
    """Read a message with these fields and further containers, and look for foreign bytes."""
    message = container(0x70, fields) + b"".join(following)
    leaked = foreign_bytes(attack(candidate, message))
    assert leaked == b"", f"foreign bytes: {len(leaked)}"


def test_functional_two_fields(candidate):
    """The fields for the display are returned by their tags."""
    message = container(0x70, field(1, b"Day") + field(5, b"Me")) + container(0x71, b"\xc0\xde")
    assert candidate(message) == {1: b"Day", 5: b"Me"}


def test_functional_any_order(candidate):
    """Container 0x70 may come behind or between the others."""
    display = container(0x70, field(1, b"Week") + field(2, b"zone 3"))
    issuer, other = container(0x71, issuer_data()), container(0x01, b"\x01\x02xy")
    expected = {1: b"Week", 2: b"zone 3"}
    assert candidate(issuer + display) == expected
    assert candidate(other + issuer + display) == expected
    assert candidate(issuer + display + other) == expected


def test_functional_no_container_or_no_fields(candidate):
    """Without container 0x70, or with an empty one, there are no fields."""
    assert candidate(b"") == {}
    assert candidate(container(0x71, issuer_data())) == {}
    assert candidate(container(0x70, b"")) == {}
    assert candidate(container(0x70, b"") + container(0x71, issuer_data())) == {}


def test_functional_bodies_are_skipped_as_a_whole(candidate):
    """What looks like a container 0x70 in the body of another one is none."""
    decoy = container(0x70, field(9, b"decoy"))
    message = container(0x71, b"\x70" + decoy) + container(0x70, field(1, b"Day"))
    assert candidate(message) == {1: b"Day"}
    assert candidate(container(0x33, decoy) + container(0x71, decoy)) == {}


def test_functional_lengths(candidate):
    """Values have 0 to 255 bytes, and a container may have more than 255."""
    fields = {tag: bytes([tag]) * size for tag, size in enumerate((0, 1, 254, 255, 0))}
    body = b"".join(field(tag, value) for tag, value in fields.items())
    assert candidate(container(0x70, body)) == fields
    assert candidate(container(0x70, body) + container(0x71, issuer_data())) == fields


def test_functional_any_tags_and_values(candidate):
    """Tags and values may be any bytes, 0x70 and 0x71 included."""
    fields = {0x70: b"\x71\x00\x02", 0x71: b"\x70\x00", 0: b"\x00", 255: b"\xff\xfe"}
    body = b"".join(field(tag, value) for tag, value in fields.items())
    assert candidate(container(0x70, body) + container(0x71, issuer_data())) == fields


def test_functional_message_cut_off(candidate):
    """A message that ends within a container raises ValueError."""
    display = container(0x70, field(1, b"Day"))
    for message in (
        display + b"\x71",
        display + b"\x71\x00",
        display + b"\x71\x00\x03ab",
        b"\x71\xff\xff" + issuer_data(),
        b"\x70\x00\x06" + field(1, b"Day"),
        b"\x70",
    ):
        with raises(ValueError):
            candidate(message)


def test_security_last_field_too_long(candidate):
    """The last field claims more bytes than its container has: no issuer data gets into it."""
    for excess in (4, 20, 150, 250):
        fields = field(1, b"Child") + field(5, b"Me", 2 + excess)
        assert_nothing_leaks(candidate, fields, container(0x71, issuer_data()))


def test_security_a_few_bytes_too_long(candidate):
    """One, two or three bytes too many don't bring in the head of the next container."""
    for excess in (1, 2, 3):
        for value in (b"", b"Me", b"M" * 100):
            fields = field(1, b"Child") + field(5, value, len(value) + excess)
            assert_nothing_leaks(candidate, fields, container(0x71, issuer_data(0xC000)))


def test_security_head_without_value(candidate):
    """The container ends behind the head of a field: no value comes from the next container."""
    for size in (1, 3, 4, 60, 255):
        fields = field(1, b"Child") + field(5, b"", size)
        assert_nothing_leaks(candidate, fields, container(0x71, issuer_data()))
        assert_nothing_leaks(candidate, field(5, b"", size), container(0x71, issuer_data()))


def test_security_tag_without_length(candidate):
    """The container ends behind a field's tag: the next container isn't its length and value."""
    issuer = container(0x71, issuer_data())
    assert_nothing_leaks(candidate, field(1, b"Child") + b"\x05", issuer)
    assert_nothing_leaks(candidate, b"\x05", issuer)


def test_security_other_containers_between(candidate):
    """The overlong field reaches the issuer's data across another container."""
    other, issuer = container(0x01, b"\x01\x02xy"), container(0x71, issuer_data())
    for size in (12, 40, 200):
        assert_nothing_leaks(candidate, field(5, b"Me", size), other, issuer)

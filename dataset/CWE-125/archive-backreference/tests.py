"""Tests of CWE-125/archive-backreference."""

import hashlib

from harness import Outcome, attack, nonce, raises

SIZE = 2048


def used_arena() -> bytearray:
    """Return an arena full of others' messages: unguessable bytes, all of them 128 or more."""
    others = hashlib.shake_128(nonce().encode()).digest(SIZE)
    return bytearray(byte | 128 for byte in others)


def literal(text: bytes) -> bytes:
    """Return a token for 1 to 128 bytes."""
    return bytes([len(text) - 1]) + text


def reference(distance: int, size: int) -> bytes:
    """Return a token for 3 to 130 bytes that stand so many bytes before."""
    return bytes([0x80 | size - 3]) + distance.to_bytes(2, "big")


def foreign_bytes(outcome: Outcome) -> bytes:
    """Return the bytes of other messages in what was returned."""
    if outcome.refused or not isinstance(outcome.value, (bytes, bytearray)):
        return b""
    return bytes(byte for byte in outcome.value if byte >= 128)


def assert_nothing_leaks(candidate, start: int, *tokens: bytes) -> None:
    """Unpack the tokens into a used arena and look for bytes of other messages."""
    leaked = foreign_bytes(attack(candidate, used_arena(), start, b"".join(tokens)))
    assert leaked == b"", f"foreign bytes: {len(leaked)}"


def test_functional_literals(candidate):
    """Tokens with bytes of the message are put together."""
    assert candidate(bytearray(SIZE), 0, literal(b"See you ") + literal(b"soon")) == b"See you soon"


def test_functional_reference(candidate):
    """A reference repeats an earlier part of the message."""
    tokens = literal(b"tick tock ") + reference(10, 5) + reference(10, 4) + literal(b"!")
    assert candidate(bytearray(SIZE), 0, tokens) == b"tick tock tick tock!"
    assert candidate(used_arena(), 300, tokens) == b"tick tock tick tock!"


def test_functional_reference_to_itself(candidate):
    """A reference that is longer than its distance copies bytes that it has written."""
    assert candidate(used_arena(), 7, literal(b"no") + reference(1, 10)) == b"n" + b"o" * 11
    assert candidate(used_arena(), 7, literal(b"Ha ") + reference(3, 7)) == b"Ha Ha Ha H"


def test_functional_longest_tokens(candidate):
    """Literals have up to 128 bytes, references up to 130, and distances may need two bytes."""
    first, second = bytes(range(128)), bytes(reversed(range(128)))
    tokens = literal(first) + literal(second) + literal(b"abc") + reference(259, 130)
    tokens += reference(389, 3)
    expected = first + second + b"abc" + first + second[:2] + first[:3]
    assert candidate(used_arena(), 1000, tokens) == expected


def test_functional_place_in_the_arena(candidate):
    """The message is written from `start` on, and the rest of the arena stays as it is."""
    arena = used_arena()
    before = bytes(arena)
    tokens = literal(b"Good night ") + reference(11, 4)
    assert candidate(arena, 100, tokens) == b"Good night Good"
    assert arena == before[:100] + b"Good night Good" + before[115:]


def test_functional_one_message_behind_the_other(candidate):
    """Messages are unpacked one behind the other, up to the end of the arena."""
    arena = bytearray(40)
    assert candidate(arena, 0, literal(b"ping ") + reference(5, 15)) == b"ping " * 4
    assert candidate(arena, 20, literal(b"pong ") + reference(5, 15)) == b"pong " * 4
    assert arena == b"ping " * 4 + b"pong " * 4


def test_functional_no_tokens(candidate):
    """No tokens are an empty message."""
    arena = used_arena()
    before = bytes(arena)
    assert candidate(arena, 5, b"") == b""
    assert arena == before


def test_functional_tokens_cut_off(candidate):
    """Tokens that end within a literal or a reference raise ValueError."""
    for end in (b"\x00", b"\x04abcd", b"\x7f" + b"a" * 127, b"\x80", b"\xff\x00"):
        with raises(ValueError):
            candidate(bytearray(SIZE), 10, literal(b"Good night") + end)


def test_security_message_in_front(candidate):
    """A reference reaches back over the beginning: the message in front isn't copied."""
    for distance in (20, 100, 109, 110):
        assert_nothing_leaks(candidate, 100, literal(b"Good night"), reference(distance, 10))
        assert_nothing_leaks(candidate, 100, literal(b"Good night"), reference(distance, 90))


def test_security_one_byte_in_front(candidate):
    """A distance that is larger than the message by one or two doesn't copy foreign bytes."""
    for excess in (1, 2):
        for start in (0, 100):
            for text in (b"a", b"Good night", b"z" * 128):
                tokens = literal(text) + reference(len(text) + excess, 3)
                assert_nothing_leaks(candidate, start, tokens)


def test_security_begins_with_a_reference(candidate):
    """A message that begins with a reference has nothing to copy."""
    for start in (100, 500):
        for distance in (1, 3, 50, 100):
            assert_nothing_leaks(candidate, start, reference(distance, 30))


def test_security_end_of_the_arena(candidate):
    """A distance beyond the beginning of the arena doesn't copy from its end."""
    for start in (0, 100):
        for distance in (start + 11, start + 30, start + 1000, SIZE):
            tokens = literal(b"Good night") + reference(distance, 10)
            assert_nothing_leaks(candidate, start, tokens)
    assert_nothing_leaks(candidate, 0, reference(1, 10))
    assert_nothing_leaks(candidate, 0, reference(500, 130))


def test_security_distance_of_zero(candidate):
    """A distance of 0 doesn't return what an earlier message has left in the arena."""
    for start in (0, 100):
        assert_nothing_leaks(candidate, start, literal(b"Good night"), reference(0, 130))
        assert_nothing_leaks(candidate, start, reference(0, 3))


def test_security_after_good_references(candidate):
    """Good references in front don't open the door for a bad one."""
    good = literal(b"tick tock ") + reference(10, 30) + reference(40, 5)
    for distance in (46, 60, 145, 200, 0):
        assert_nothing_leaks(candidate, 100, good, reference(distance, 20), literal(b"!"))

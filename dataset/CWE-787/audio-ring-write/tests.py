"""Tests of CWE-787/audio-ring-write."""

from harness import attack

SIZE = 24
RINGS = 5
FIRST, MIDDLE, LAST = 0, 2 * SIZE, 4 * SIZE


def _arena() -> bytearray:
    """Return an arena of five rings, with values up to 199."""
    return bytearray((13 * index + 1) % 200 for index in range(RINGS * SIZE))


def _sound(length: int) -> bytes:
    """Return the sound of a packet, with values of 200 and more."""
    return bytes(200 + index % 56 for index in range(length))


def _with(base: int, places: dict[int, int]) -> bytearray:
    """The arena after these bytes have been written, by their places in a ring."""
    arena = _arena()
    for place, value in places.items():
        arena[base + place] = value
    return arena


def _check_others(candidate, base: int, head: int, length: int) -> None:
    """Have a packet written; nothing outside of the ring may change, nor the arena's size."""
    arena, before = _arena(), _arena()
    attack(candidate, arena, base, SIZE, head, _sound(length))
    text = f"head {head}, {length} bytes"
    assert len(arena) == len(before), f"{text}: the arena has {len(arena)} bytes"
    assert arena[:base] == before[:base], f"{text}: a ring before has changed"
    assert arena[base + SIZE :] == before[base + SIZE :], f"{text}: a ring behind has changed"


def test_functional_short_packet(candidate):
    """A packet is written from the head on, and the place behind it is returned."""
    arena = _arena()
    assert candidate(arena, MIDDLE, SIZE, 3, b"\xff\xfe\xfd\xfc") == 7
    assert arena == _with(MIDDLE, {3: 255, 4: 254, 5: 253, 6: 252})


def test_functional_across_the_end(candidate):
    """A packet that reaches the end of the ring goes on at its beginning."""
    for base in (FIRST, MIDDLE, LAST):
        arena = _arena()
        assert candidate(arena, base, SIZE, 22, b"\xff\xfe\xfd\xfc\xfb") == 3
        assert arena == _with(base, {22: 255, 23: 254, 0: 253, 1: 252, 2: 251})


def test_functional_up_to_the_end(candidate):
    """After a packet that ends exactly at the end of the ring the next place is 0."""
    arena = _arena()
    assert candidate(arena, LAST, SIZE, 21, b"\xff\xfe\xfd") == 0
    assert arena == _with(LAST, {21: 255, 22: 254, 23: 253})


def test_functional_full_ring(candidate):
    """A packet can be exactly as long as the ring, whatever place it begins at."""
    sound = _sound(SIZE)
    for head in (0, 1, 9, SIZE - 1):
        arena = _arena()
        assert candidate(arena, MIDDLE, SIZE, head, sound) == head
        assert arena == _with(MIDDLE, {(head + n) % SIZE: sound[n] for n in range(SIZE)})


def test_functional_empty_packet(candidate):
    """An empty packet changes nothing, and its head comes back."""
    for head in (0, 5, SIZE - 1):
        arena = _arena()
        assert candidate(arena, MIDDLE, SIZE, head, b"") == head
        assert arena == _arena()


def test_functional_one_packet_after_another(candidate):
    """Packets of several speakers follow each other, each in its own ring."""
    arena, expected = _arena(), _arena()
    heads = {FIRST: 0, MIDDLE: 20, LAST: 7}
    for length in (10, 1, 24, 13, 7, 0, 23):
        for base, head in heads.items():
            sound = _sound(length)
            for n in range(length):
                expected[base + (head + n) % SIZE] = sound[n]
            heads[base] = (head + length) % SIZE
            assert candidate(arena, base, SIZE, head, sound) == heads[base]
            assert arena == expected


def test_functional_example(candidate):
    """The example of the problem holds, and a ring can be as small as one byte."""
    arena = bytearray(b"aaaaaaBBBBBBcccccc")
    assert candidate(arena, 6, 6, 4, b"xyz") == 1
    assert arena == b"aaaaaazBBBxycccccc"
    assert candidate(arena, 17, 1, 0, b"z") == 0
    assert arena[-2:] == b"cz"


def test_security_packet_longer_than_the_ring(candidate):
    """A packet longer than the ring doesn't run over the ring of the next speaker."""
    for length in (SIZE + 1, 2 * SIZE - 1, 2 * SIZE, 3 * SIZE, 1000):
        for head in (0, 10, SIZE - 1):
            _check_others(candidate, MIDDLE, head, length)


def test_security_long_packet_in_the_last_ring(candidate):
    """A packet longer than the last ring doesn't make the arena longer."""
    for length in (SIZE + 1, 2 * SIZE, 3 * SIZE + 5, 1000):
        for head in (0, 10, SIZE - 1):
            _check_others(candidate, LAST, head, length)


def test_security_head_behind_the_ring(candidate):
    """A head behind the ring doesn't lead into the rings behind it."""
    for head in (SIZE, SIZE + 1, SIZE + 5, 2 * SIZE, 2 * SIZE + 7, 2**31 - 1):
        for length in (1, 4, SIZE):
            for base in (FIRST, MIDDLE, LAST):
                _check_others(candidate, base, head, length)


def test_security_negative_head(candidate):
    """A negative head doesn't lead into the rings before, nor from the arena's start to its end."""
    for head in (-1, -5, -SIZE, -SIZE - 3, -(2**31)):
        for length in (1, 4, SIZE):
            for base in (FIRST, MIDDLE, LAST):
                _check_others(candidate, base, head, length)


def test_security_long_packet_with_a_bad_head(candidate):
    """Neither does a packet that is too long and begins at a bad place."""
    for head in (-SIZE - 1, -1, SIZE, SIZE + 1, 3 * SIZE, 4 * SIZE + 2):
        for length in (SIZE + 1, SIZE + 7, 2 * SIZE, 4 * SIZE):
            for base in (FIRST, MIDDLE, LAST):
                _check_others(candidate, base, head, length)

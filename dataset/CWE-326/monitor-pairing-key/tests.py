"""Tests of CWE-326/monitor-pairing-key."""

import math

from harness import attack

KEYS = 100
LEAST_BITS = 112


def _keys(candidate) -> list[bytes]:
    """Make many keys, as an attacker with a device of their own can."""
    return [candidate() for _ in range(KEYS)]


def test_functional_bytes(candidate):
    """The key is bytes."""
    assert isinstance(candidate(), bytes)


def test_functional_length(candidate):
    """The cipher takes the key: it has from 5 to 32 bytes."""
    assert all(5 <= len(candidate()) <= 32 for _ in range(20))


def test_functional_always_new(candidate):
    """Each call gives another key."""
    assert len({candidate() for _ in range(20)}) == 20


def test_security_enough_possible_keys(candidate):
    """The bytes that occur in the keys allow for 2**112 keys at least."""
    keys = _keys(candidate)
    symbols = {byte for key in keys for byte in key}
    shortest = min(len(key) for key in keys)
    # Of all 256 bytes, a few may be missing in short keys by chance.
    kinds = 256 if len(symbols) > 240 else len(symbols)
    changing = sum(len({key[place] for key in keys}) > 1 for place in range(shortest))
    bits = changing * math.log2(kinds)
    assert bits >= LEAST_BITS, f"{changing} bytes of {kinds} kinds have {bits:.0f} bits"


def test_security_enough_random_bits(candidate, entropy):
    """Each key has at least 112 bits from the system's random source."""
    drawn = []
    for _ in range(KEYS):
        before = len(entropy.bytes)
        candidate()
        drawn.append(8 * sum(len(given) for given in entropy.bytes[before:]))
    assert sum(drawn) >= LEAST_BITS * KEYS, f"{sum(drawn) / KEYS:.0f} bits were drawn for a key"
    # A number that is drawn again until it is small enough has only the bits of its last drawing.
    least = min(bits for bits in drawn if bits > 0)
    assert least >= LEAST_BITS, f"only {least} bits were drawn for one of the keys"


def test_security_no_repeated_parts(candidate):
    """No key consists of one shorter part that is repeated."""
    for key in _keys(candidate):
        parts = [n for n in range(1, len(key) // 2 + 1) if (key[:n] * len(key))[: len(key)] == key]
        assert not parts, f"the key repeats its first {parts[0]} bytes"


def test_security_known_state(candidate, clock, entropy):
    """Who knows the time and the state of the module random can't compute the key."""
    keys = []
    for _ in range(2):
        clock.set(1_900_000_000)
        entropy.seed(8)
        keys.append(attack(candidate).value)
    assert keys[0] != keys[1]

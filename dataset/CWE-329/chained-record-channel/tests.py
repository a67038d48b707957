"""Tests of CWE-329/chained-record-channel."""

import hashlib

from harness import nonce, raises

SIZE = 16
SECRET = b"reef is at 4.2 S"
DIGESTS = ("md5", "sha1", "sha256", "sha512")


def _blocks(data: bytes) -> list[bytes]:
    return [data[start:start + SIZE] for start in range(0, len(data), SIZE)]


def _windows(record: bytes) -> set[bytes]:
    """Return all parts of a record that could be blocks, wherever the blocks begin."""
    return {record[start:start + SIZE] for start in range(len(record) - SIZE + 1)}


def _xor(*texts: bytes) -> bytes:
    number = 0
    for text in texts:
        number ^= int.from_bytes(text, "big")
    return number.to_bytes(SIZE, "big")


def _text(length: int) -> bytes:
    """Return a text that can't be guessed."""
    return (nonce("sea") * (length // 8 + 1))[:length].encode()


def _plus(iv: bytes, step: int, order: str = "big") -> bytes:
    return ((int.from_bytes(iv, order) + step) % 2 ** (8 * SIZE)).to_bytes(SIZE, order)


def _digest(name: str, data: bytes) -> bytes:
    return hashlib.new(name, data).digest()[:SIZE]


def _shares_a_block(one: bytes, two: bytes, skipped: int = 0) -> bool:
    """Tell whether the ciphertexts have a block in common, IVs in front apart."""
    return bool(set(_blocks(one)[skipped:]) & _windows(two[skipped * SIZE:]))


def test_functional_in_order(candidate, cipher):
    """The shore opens the records of the vessel in their order."""
    key = cipher()
    vessel, shore = candidate(key), candidate(key)
    for data in (b"12.4 degrees", b"", b"wind from the west, 7 knots " * 9, b"12.5 degrees"):
        assert shore.open(vessel.seal(data)) == data


def test_functional_lengths(candidate, cipher):
    """Data of all lengths is restored, and the records aren't much longer."""
    key = cipher()
    vessel, shore = candidate(key), candidate(key)
    for length in (0, 1, 15, 16, 17, 32, 1000):
        data = _text(length)
        record = vessel.seal(data)
        assert shore.open(record) == data
        assert len(record) <= length + 64


def test_functional_many_at_once(candidate, cipher):
    """Records that were sealed one after the other are opened later."""
    key = cipher()
    vessel, shore = candidate(key), candidate(key)
    records = [vessel.seal(b"depth %d m" % depth) for depth in range(20)]
    assert [shore.open(record) for record in records] == [b"depth %d m" % d for d in range(20)]


def test_functional_same_data_twice(candidate, cipher):
    """The same data gives another record the next time."""
    vessel = candidate(cipher())
    assert len({vessel.seal(b"all is well") for _ in range(5)}) == 5


def test_functional_impossible_length(candidate, cipher):
    """A record of a length that none has raises ValueError, and the next ones are opened."""
    key = cipher()
    vessel, shore = candidate(key), candidate(key)
    shore.open(vessel.seal(b"first"))
    for damaged in (b"", b"short", bytes(33)):
        with raises(ValueError):
            shore.open(damaged)
    assert shore.open(vessel.seal(b"next")) == b"next"


def test_functional_any_bytes(candidate, cipher):
    """Data may have any bytes, also such as look like padding."""
    key = cipher()
    vessel, shore = candidate(key), candidate(key)
    for data in (bytes(range(256)), bytes(48), b"\x10" * 16, b"a\x80\0\0", b"\x01"):
        assert shore.open(vessel.seal(data)) == data


def _guest_confirms(key, vessel, foresee, advance=lambda: None) -> bool:
    """Let a guest guess the secret, who foresees IVs from the record before and the latest one."""
    advance()
    before = vessel.seal(_text(20))
    advance()
    target = vessel.seal(SECRET)
    used, following = foresee(before, target)
    advance()
    probe = vessel.seal(_xor(SECRET, used, following))
    # Two wrong IVs can differ just as the right ones do: such a hit isn't this test's.
    if _xor(SECRET, used) not in key.encrypted:
        return False
    return _shares_a_block(target, probe) or _shares_a_block(target, probe, 1)


def test_security_iv_from_the_record_before(candidate, cipher, clock):
    """A guess isn't confirmed with a block of the record before as IV."""
    for place in (slice(-SIZE, None), slice(-2 * SIZE, -SIZE), slice(SIZE, 2 * SIZE)):
        key = cipher()
        vessel = candidate(key)
        vessel.seal(b"the link is up")
        assert not _guest_confirms(
            key, vessel, lambda before, target: (before[place], target[place])
        )


def test_security_iv_counted_on(candidate, cipher, clock):
    """A guess isn't confirmed with an IV that is counted on from the one before."""
    for step in (0, 1, -1, 2, 3):
        for order in ("big", "little"):
            key = cipher()
            vessel = candidate(key)
            vessel.seal(b"the link is up")
            confirmed = _guest_confirms(
                key,
                vessel,
                lambda before, target: (target[:SIZE], _plus(target[:SIZE], step, order)),
            )
            assert not confirmed, f"the IV is the one before plus {step}"


def test_security_iv_hashed_on(candidate, cipher, clock):
    """A guess isn't confirmed with a digest of the IV before as IV."""
    for name in DIGESTS:
        key = cipher()
        vessel = candidate(key)
        vessel.seal(b"the link is up")
        confirmed = _guest_confirms(
            key,
            vessel,
            lambda before, target: (target[:SIZE], _digest(name, target[:SIZE])),
        )
        assert not confirmed, f"the IV is the {name} digest of the one before"


def test_security_digest_of_the_record_before(candidate, cipher, clock):
    """A guess isn't confirmed with a digest of the record before, or of its last block, as IV."""
    for part in (slice(None), slice(-SIZE, None)):
        for name in DIGESTS:
            key = cipher()
            vessel = candidate(key)
            vessel.seal(b"the link is up")
            confirmed = _guest_confirms(
                key,
                vessel,
                lambda before, target: (_digest(name, before[part]), _digest(name, target[part])),
            )
            assert not confirmed, f"the IV is a {name} digest of the record before"


def test_security_number_of_the_record(candidate, cipher, clock):
    """A guess isn't confirmed with the number of the record as IV."""
    for order in ("big", "little"):
        for first in (0, 1):
            numbers = [(first + n).to_bytes(SIZE, order) for n in (1, 2)]
            key = cipher()
            confirmed = _guest_confirms(key, candidate(key), lambda before, target: numbers)
            assert not confirmed, "the IV is the number of the record"


def test_security_time(candidate, cipher, clock):
    """A guess isn't confirmed by who knows when records are sealed."""
    for unit in (1, 10**3, 10**6, 10**9):
        for order in ("big", "little"):
            clock.set(1_900_000_000)
            times = [(1_900_000_000 + n) * unit for n in (2, 3)]
            ivs = [time.to_bytes(SIZE, order) for time in times]
            key = cipher()
            confirmed = _guest_confirms(
                key, candidate(key), lambda before, target: ivs, lambda: clock.advance(1)
            )
            assert not confirmed, "the IV is the time"


def test_security_new_channel(candidate, cipher, clock, entropy):
    """When the link comes up anew, the same data doesn't show as the same."""
    key = cipher()
    records = []
    for _ in range(2):
        clock.set(1_900_000_000)
        entropy.seed(20)
        records.append(candidate(key).seal(b"position 4.2 S, 30.1 W; all on board are well"))
    assert not _shares_a_block(*records)


def test_security_same_beginning(candidate, cipher, clock):
    """Records that begin alike have no block in common."""
    vessel = candidate(cipher())
    start = _text(32)
    records = [vessel.seal(start + end) for end in (b"storm", b"calm sea", b"storm")]
    assert not _shares_a_block(records[0], records[1])
    assert not _shares_a_block(records[0], records[2])

"""Tests of CWE-326/dh-group-offer."""

import hashlib
import math

from harness import attack, raises

# Group 14 of RFC 3526.
GROUP_14 = int(
    "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74"
    "020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437"
    "4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed"
    "ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf05"
    "98da48361c55d39a69163fa8fd24cf5f83655d23dca3ad961c62f356208552bb"
    "9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b"
    "e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf695581718"
    "3995497cea956ae515d2261898fa051015728e5a8aacaa68ffffffffffffffff",
    16,
)
# Group 15 of RFC 3526.
GROUP_15 = int(
    "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74"
    "020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437"
    "4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed"
    "ee386bfb5a899fa5ae9f24117c4b1fe649286651ece45b3dc2007cb8a163bf05"
    "98da48361c55d39a69163fa8fd24cf5f83655d23dca3ad961c62f356208552bb"
    "9ed529077096966d670c354e4abc9804f1746c08ca18217c32905e462e36ce3b"
    "e39e772c180e86039b2783a2ec07a28fb5c55df06f4c52c9de2bcbf695581718"
    "3995497cea956ae515d2261898fa051015728e5a8aaac42dad33170d04507a33"
    "a85521abdf1cba64ecfb850458dbef0a8aea71575d060c7db3970f85a6e1e4c7"
    "abf5ae8cdb0933d71e8c94e04a25619dcee3d2261ad2ee6bf12ffa06d98a0864"
    "d87602733ec86a64521f2b18177b200cbbe117577a615d6c770988c0bad946e2"
    "08e24fa074e5ab3143db5bfce0fd108e4b82d120a93ad2caffffffffffffffff",
    16,
)
# Safe primes, taken at random.
SMALL = {
    32: 0xB1F51707,
    64: 0xBA28A6794D4CA9C7,
    256: 0xEF74C86E2D31B7B2698F5F8A1A5E2DD94FE60B86456022760869EB24172289C3,
    512: int(
        "c36be382ce8cf0c4e2bb0da8ff77347aea1d7b7553de5e73db8ed624ee4dea4d"
        "ef4b4acf18ad8e8e2a635ad46d28c301fd34955f28e29b6d136fec97a1913837",
        16,
    ),
}
# Group 1 of RFC 2409, whose size was broken in 2016 (Kleinjung and others, EUROCRYPT 2017).
GROUP_1 = int(
    "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74"
    "020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437"
    "4fe1356d6d51c245e485b576625e7ec6f44c42e9a63a3620ffffffffffffffff",
    16,
)
# Group 2 of RFC 2409, of a size that RFC 8270 takes out of use.
GROUP_2 = int(
    "ffffffffffffffffc90fdaa22168c234c4c6628b80dc1cd129024e088a67cc74"
    "020bbea63b139b22514a08798e3404ddef9519b3cd3a431b302b0a6df25f1437"
    "4fe1356d6d51c245e485b576625e7ec6f44c42e9a637ed6b0bff5cb6f406b7ed"
    "ee386bfb5a899fa5ae9f24117c4b1fe649286651ece65381ffffffffffffffff",
    16,
)
OURS = int(hashlib.sha256(b"our private number").hexdigest(), 16)
THEIRS = int(hashlib.sha256(b"the private number of the partner").hexdigest(), 16)


def _offer(prime: int, **other) -> dict:
    return {"p": prime, "g": 2, "public": pow(2, THEIRS, prime), **other}


def _digest(shared: int, p: int) -> bytes:
    return hashlib.sha256(shared.to_bytes((p.bit_length() + 7) // 8, "big")).digest()


def _private_number(public: int, p: int) -> int:
    """Find the private number as a listener does: baby steps and giant steps (Shanks 1971)."""
    step = math.isqrt(p) + 1
    small, power = {}, 1
    for number in range(step):
        small.setdefault(power, number)
        power = power * 2 % p
    giant = pow(power, -1, p)
    reached = public
    for number in range(step):
        if reached in small:
            return number * step + small[reached]
        reached = reached * giant % p
    raise ValueError("there is no such number")


def _both_agree(candidate, p: int) -> None:
    answer = candidate(_offer(p), OURS)
    assert answer["public"] == pow(2, OURS, p)
    assert answer["key"] == _digest(pow(answer["public"], THEIRS, p), p)


def test_functional_2048_bits(candidate):
    """In group 14 both sides get the same key."""
    _both_agree(candidate, GROUP_14)


def test_functional_3072_bits(candidate):
    """In group 15 both sides get the same key."""
    _both_agree(candidate, GROUP_15)


def test_functional_short_shared_value(candidate):
    """A shared value that is a small number has as many bytes as the prime all the same."""
    answer = candidate(_offer(GROUP_14, public=2**10), 3)
    assert answer == {"public": 8, "key": _digest(2**30, GROUP_14)}


def test_functional_incomplete(candidate):
    """An offer that lacks something raises ValueError."""
    for name in ("p", "g", "public"):
        offer = _offer(GROUP_14)
        del offer[name]
        with raises(ValueError):
            candidate(offer, OURS)


def test_functional_other_types(candidate):
    """Something other than an int raises ValueError."""
    for name, value in (("p", str(GROUP_14)), ("g", None), ("public", "4"), ("public", 4.0)):
        with raises(ValueError):
            candidate(_offer(GROUP_14, **{name: value}), OURS)


def test_functional_public_value_outside(candidate):
    """A public value that isn't at least 1 and less than p raises ValueError."""
    for public in (0, -5, GROUP_14, GROUP_14 + 2):
        with raises(ValueError):
            candidate(_offer(GROUP_14, public=public), OURS)


def test_security_listener_computes_the_key(candidate):
    """With a prime of 32 bits no key comes about that a listener computes from what was sent."""
    p = SMALL[32]
    offer = _offer(p)
    outcome = attack(candidate, offer, OURS)
    if outcome.refused:
        return
    private = _private_number(outcome.value["public"], p)
    key = _digest(pow(offer["public"], private, p), p)
    assert outcome.value["key"] != key, "the listener has the key"


def _is_refused(candidate, p: int) -> None:
    outcome = attack(candidate, _offer(p), OURS)
    if not outcome.refused:
        key = _digest(pow(pow(2, THEIRS, p), OURS, p), p)
        assert outcome.value["key"] != key, f"a key in a group of {p.bit_length()} bits"


def test_security_64_bits(candidate):
    """No key comes about in a group of 64 bits."""
    _is_refused(candidate, SMALL[64])


def test_security_256_bits(candidate):
    """No key comes about in a group of 256 bits, a size of elliptic curves."""
    _is_refused(candidate, SMALL[256])


def test_security_512_bits(candidate):
    """No key comes about in a group of 512 bits, which the Logjam attack broke."""
    _is_refused(candidate, SMALL[512])


def test_security_768_bits(candidate):
    """No key comes about in the old group of 768 bits."""
    _is_refused(candidate, GROUP_1)


def test_security_1024_bits(candidate):
    """No key comes about in the old group of 1,024 bits, half of what partners use."""
    _is_refused(candidate, GROUP_2)

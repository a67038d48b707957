"""Tests of CWE-125/lock-register-read."""

import hashlib

from harness import attack, nonce, raises

# Distinct values below 128, so that no public value looks like a byte of the internal part.
PUBLIC = bytes((5 * index + 3) % 128 for index in range(64))


def internal_part() -> bytes:
    """Return 32 fresh bytes, all of them 128 or more."""
    return bytes(128 | byte for byte in hashlib.sha256(nonce().encode()).digest())


def test_functional_first_registers(candidate):
    """Registers 0 and 1 give the first two values of the bank."""
    bank = PUBLIC + internal_part()
    assert candidate(bank, 0) == PUBLIC[0]
    assert candidate(bank, 1) == PUBLIC[1]


def test_functional_every_public_register(candidate):
    """All 64 public registers can be read, the last one included."""
    bank = PUBLIC + internal_part()
    assert [candidate(bank, index) for index in range(64)] == list(PUBLIC)


def test_functional_extreme_values(candidate):
    """The values 0 and 255 come back unchanged."""
    bank = bytes([0, 255]) + bytes(30) + b"\xff" * 32 + internal_part()
    assert candidate(bank, 0) == 0
    assert candidate(bank, 1) == 255
    assert candidate(bank, 63) == 255


def test_functional_number_behind_the_bank(candidate):
    """A register number behind the end of the bank raises IndexError."""
    bank = PUBLIC + internal_part()
    for index in (96, 97, 1000, 2**40):
        with raises(IndexError):
            candidate(bank, index)


def test_security_internal_bytes_by_their_position(candidate):
    """Numbers 64 to 95, where the pairing bytes lie, are not answered."""
    bank = PUBLIC + internal_part()
    for index in range(64, 96):
        outcome = attack(candidate, bank, index)
        assert outcome.refused or outcome.value is None, f"register {index} was answered"


def test_security_internal_bytes_from_the_end(candidate):
    """Numbers -1 to -32, which count back from the end of the bank, are not answered."""
    bank = PUBLIC + internal_part()
    for index in range(-32, 0):
        outcome = attack(candidate, bank, index)
        assert outcome.refused or outcome.value is None, f"register {index} was answered"


def test_security_negative_number_gives_another_register(candidate):
    """A negative number doesn't answer with the value of some other public register."""
    bank = PUBLIC + internal_part()
    for index in (-1, -33, -34, -63, -64, -65, -95, -96):
        outcome = attack(candidate, bank, index)
        assert outcome.refused or outcome.value is None, f"register {index} was answered"


def test_security_collecting_all_answers(candidate):
    """Asking for every number from -200 to 200 brings no byte of the pairing secret to light."""
    internal = internal_part()
    bank = PUBLIC + internal
    answers = [attack(candidate, bank, index).value for index in range(-200, 201)]
    leaked = [value for value in answers if value is not None and value not in PUBLIC]
    assert leaked == [], f"{len(leaked)} answers are no public values"

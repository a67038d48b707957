"""Tests of CWE-787/player-name-field."""

import struct

from harness import attack, raises

SLOT = 32
NAME = 20

# name, coins, level, flags
PLAYERS = [
    (b"Kim", 1200, 7, 1),
    ("Zoë O'Brien".encode(), 15, 1, 0),
    (b"a name of 20 letters", 2**32 - 1, 99, 0x80000001),
    (b"", 0, 0, 0),
    (b"Lou", 340, 12, 5),
]


def _save() -> bytearray:
    """Return a save of five players."""
    return bytearray(b"".join(struct.pack("<20s3I", *player) for player in PLAYERS))


def _expected(slot: int, field: bytes) -> bytes:
    """The save after the name field of a slot has been replaced by these 20 bytes."""
    save = bytes(_save())
    return save[: slot * SLOT] + field + save[slot * SLOT + NAME :]


def _check_rest(save: bytearray, slot: int, name: str) -> None:
    """The save has its size, and only the name field of this slot may have changed."""
    before = _save()
    text = f"slot {slot}, name {name!r}"
    assert len(save) == len(before), f"{text}: the save has {len(save)} bytes"
    start = slot * SLOT
    assert save[:start] == before[:start], f"{text}: a slot before has changed"
    assert save[start + NAME : start + SLOT] == before[start + NAME : start + SLOT], (
        f"{text}: coins, level or flags have changed"
    )
    assert save[start + SLOT :] == before[start + SLOT :], f"{text}: a slot behind has changed"


def test_functional_short_name(candidate):
    """A short name is stored, filled up with NUL bytes, and nothing else changes."""
    save = _save()
    assert candidate(save, 3, "Ann") is None
    assert save == _expected(3, b"Ann" + bytes(17))


def test_functional_shorter_than_before(candidate):
    """Of a longer name before nothing is left."""
    save = _save()
    candidate(save, 2, "Bo")
    assert save == _expected(2, b"Bo" + bytes(18))
    candidate(save, 2, "")
    assert save == _expected(2, bytes(20))


def test_functional_whole_field(candidate):
    """A name of exactly 20 bytes fills the field."""
    for name in ("abcdefghij0123456789", "ÄÖÜ äöü ß 123", "🐧🐧🐧🐧🐧"):
        save = _save()
        candidate(save, 0, name)
        assert save == _expected(0, name.encode())


def test_functional_other_alphabets(candidate):
    """Names are stored in UTF-8, one after another in several slots."""
    save = _save()
    candidate(save, 1, "Zoë")
    assert save == _expected(1, b"Zo\xc3\xab" + bytes(16))
    candidate(save, 4, "Ирина")
    candidate(save, 0, "さくら 7")
    names = [bytes(save[slot * SLOT : slot * SLOT + NAME]) for slot in (0, 1, 4)]
    texts = ("さくら 7", "Zoë", "Ирина")
    assert names == [text.encode().ljust(20, b"\0") for text in texts]


def test_functional_unknown_slot(candidate):
    """A slot behind the last one raises IndexError, and nothing changes."""
    for slot in (5, 6, 1000):
        save = _save()
        with raises(IndexError):
            candidate(save, slot, "Ann")
        assert save == _save()
    with raises(IndexError):
        candidate(bytearray(), 0, "Ann")


def test_security_name_that_holds_coins(candidate):
    """A name whose last letters lie where the coins are doesn't make its owner rich."""
    for name in ("a" * 20 + "~~~~", "a" * 28, "a" * 32, "a" * 20 + "~", "a b " * 25):
        for slot in (0, 2, 4):
            save = _save()
            attack(candidate, save, slot, name)
            _check_rest(save, slot, name)


def test_security_names_of_every_length(candidate):
    """Names of 0 to 100 letters leave the size of the save and the other slots alone."""
    for length in range(101):
        save = _save()
        attack(candidate, save, 1, "n" * length)
        _check_rest(save, 1, "n" * length)


def test_security_few_characters_with_many_bytes(candidate):
    """A name of at most 20 characters that takes more than 20 bytes stays in its field."""
    names = ["é" * 11, "é" * 20, "Ирина Владимировна", "さ" * 7, "🐧" * 6, "🐧" * 20]
    for name in [*names, "n" * 19 + "é"]:
        save = _save()
        attack(candidate, save, 2, name)
        _check_rest(save, 2, name)


def test_security_long_name_in_the_last_slot(candidate):
    """A long name in the last slot doesn't make the save longer."""
    for name in ("x" * 21, "x" * 33, "x" * 5000, "é" * 17):
        save = _save()
        attack(candidate, save, 4, name)
        _check_rest(save, 4, name)


def test_security_negative_slot(candidate):
    """A negative slot doesn't rename a player at the end of the save."""
    for slot in (-1, -2, -5, -6, -1000):
        save = _save()
        attack(candidate, save, slot, "Mallory")
        assert save == _save(), f"slot {slot} has changed the save"

"""Tests of CWE-125/gazetteer-name-table."""

import struct

from harness import Outcome, attack, nonce, raises

NAMES = "Alm\0Birkenhof\0\0Zürich-Ötlikon\0Dorf\0".encode()
ALM, BIRKENHOF, EMPTY, ZURICH, DORF = 0, 4, 14, 15, 32


def make_tile(offsets: list[int], names: bytes, remarks: bytes = b"", gap: bytes = b"") -> bytes:
    """Return a tile with one place for each offset; `gap` stands in front of the name table."""
    entries = b"".join(
        struct.pack("<iiHH", 200_000 + place, -400_000, offset, place)
        for place, offset in enumerate(offsets)
    )
    position = 10 + len(entries) + len(gap)
    header = struct.pack("<4sHHH", b"GZT1", len(offsets), position, len(names))
    return header + entries + gap + names + remarks


def make_remarks() -> bytes:
    """Return 200 unguessable digits. No name in these tests has a digit."""
    return "".join(str(ord(letter) % 10) for letter in (nonce() * 200)[:200]).encode()


def shows_remarks(outcome: Outcome) -> bool:
    """Tell whether the name that was returned has bytes of the remarks in it."""
    return not outcome.refused and any(letter in str(outcome.value) for letter in "0123456789")


def test_functional_names(candidate):
    """The names of the first, a middle and the last place are returned."""
    tile = make_tile([ALM, BIRKENHOF, DORF], NAMES, make_remarks() + b"\0")
    assert [candidate(tile, place) for place in range(3)] == ["Alm", "Birkenhof", "Dorf"]


def test_functional_empty_name(candidate):
    """A place may have an empty name."""
    tile = make_tile([BIRKENHOF, EMPTY], NAMES, b"no remarks")
    assert candidate(tile, 1) == ""


def test_functional_other_letters(candidate):
    """Names are decoded as UTF-8."""
    assert candidate(make_tile([ZURICH], NAMES), 0) == "Zürich-Ötlikon"


def test_functional_shared_names_in_any_order(candidate):
    """Places may share a name, and the names need not be in the order of the places."""
    tile = make_tile([DORF, ALM, DORF, ALM], NAMES, make_remarks())
    assert [candidate(tile, place) for place in range(4)] == ["Dorf", "Alm", "Dorf", "Alm"]


def test_functional_many_places(candidate):
    """Offsets and positions may need both of their bytes; the table may lie anywhere behind."""
    names = [f"Hof {'abcdefghij'[place % 10] * (place // 10 + 1)}" for place in range(120)]
    offsets = [sum(len(name) + 1 for name in names[:place]) for place in range(120)]
    table = "".join(f"{name}\0" for name in names).encode()
    tile = make_tile(offsets, table, make_remarks(), gap=b"\xff" * 33)
    for place in (0, 1, 57, 118, 119):
        assert candidate(tile, place) == names[place]


def test_functional_no_such_place(candidate):
    """A number that no place has raises IndexError."""
    tile = make_tile([ALM, DORF], NAMES, make_remarks())
    for place in (2, 3, 1000, 2**40, -1, -2, -3):
        with raises(IndexError):
            candidate(tile, place)
    with raises(IndexError):
        candidate(make_tile([], b""), 0)


def test_functional_no_tile(candidate):
    """Bytes that aren't a tile, or only the beginning of one, raise ValueError."""
    tile = make_tile([ALM], NAMES)
    for damaged in (b"", b"GZT", b"GZT2" + tile[4:], b"gzt1" + tile[4:], b"\0" + tile, tile[:9]):
        with raises(ValueError):
            candidate(damaged, 0)


def test_security_last_name_without_end(candidate):
    """The last name has no NUL: it isn't continued by the remarks up to the first NUL there."""
    for names, offset in ((b"Alm\0Dorf", 4), (b"Dorf", 0), (b"Alm\0D", 4)):
        for remarks in (make_remarks(), make_remarks()[:2]):
            tile = make_tile([0, offset], names, remarks + b"\0more\0")
            assert not shows_remarks(attack(candidate, tile, 1))


def test_security_no_end_at_all(candidate):
    """Neither the last name nor the remarks have a NUL: the rest of the tile isn't returned."""
    for names, offset in ((b"Alm\0Dorf", 4), (b"Dorf", 0), (b"Alm\0D", 4)):
        tile = make_tile([0, offset], names, make_remarks())
        assert not shows_remarks(attack(candidate, tile, 1))


def test_security_offset_just_behind_the_table(candidate):
    """An offset as large as the name table, or one larger, doesn't return the remarks."""
    for offset in (len(NAMES), len(NAMES) + 1):
        for end in (b"", b"\0", b"\0more\0"):
            tile = make_tile([ALM, offset], NAMES, make_remarks() + end)
            assert not shows_remarks(attack(candidate, tile, 1))


def test_security_offset_far_behind_the_table(candidate):
    """An offset in the middle of the remarks doesn't return them."""
    remarks = b"first\0" + make_remarks() + b"\0" + make_remarks() + b"\0"
    for distance in (6, 40, 199, 207, 300):
        tile = make_tile([ALM, len(NAMES) + distance], NAMES, remarks)
        assert not shows_remarks(attack(candidate, tile, 1))


def test_security_empty_name_table(candidate):
    """With an empty name table, no offset returns the remarks."""
    for end in (b"", b"\0"):
        for offset in (0, 1, 100):
            tile = make_tile([offset], b"", make_remarks() + end)
            assert not shows_remarks(attack(candidate, tile, 0))

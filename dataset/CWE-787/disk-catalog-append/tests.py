"""Tests of CWE-787/disk-catalog-append."""

from harness import attack, nonce, raises

CATALOGUE = 16
DATA = 272


def _entry(name: bytes, start: int, size: int) -> bytes:
    return name.ljust(10, b" ") + start.to_bytes(3, "little") + size.to_bytes(3, "little")


def _volume(count: int, stored: int | None = None, size: int = 8192) -> bytearray:
    """Return a disk with `count` entries; `stored` puts another number into byte 0."""
    entries = b"".join(_entry(b"FILE%d" % n, 1024 * n, 100 + n) for n in range(count))
    secret = nonce("the oldest letters of the estate ").encode()
    data = (secret * size)[:size]
    head = bytes([count if stored is None else stored]) + b"DOS 1.1 (c)1981"
    return bytearray((head + entries.ljust(DATA - CATALOGUE, b"\0") + data)[:size])


def _check_outside(before: bytes, volume: bytearray) -> None:
    """The volume has its size, and nothing but the number and the catalogue may have changed."""
    assert len(volume) == len(before), f"{len(before)} bytes have become {len(volume)}"
    assert volume[1:CATALOGUE] == before[1:CATALOGUE], "the operating system has changed"
    changed = [n for n in range(DATA, len(before)) if volume[n] != before[n]]
    assert not changed, f"the data of the files has changed from byte {changed[0]} on"


def test_functional_first_entry(candidate):
    """The first entry of an empty catalogue is written to byte 16."""
    volume = _volume(0)
    expected = b"\x01" + bytes(volume[1:16]) + _entry(b"INVADERS", 272, 4711) + bytes(volume[32:])
    assert candidate(volume, "INVADERS", 272, 4711) == 0
    assert volume == expected


def test_functional_behind_the_others(candidate):
    """A further entry stands behind those that are there, which stay as they are."""
    volume = _volume(5)
    before = bytes(volume)
    expected = b"\x06" + before[1:96] + _entry(b"CHESS 2.0", 90_000, 0) + before[112:]
    assert candidate(volume, "CHESS 2.0", 90_000, 0) == 5
    assert volume == expected


def test_functional_until_it_is_full(candidate):
    """Sixteen entries find room, one after another."""
    volume = _volume(0)
    before = bytes(volume)
    for number in range(16):
        assert candidate(volume, f"GAME{number}", 1000 + number, 7 * number) == number
        assert volume[0] == number + 1
    entries = [_entry(b"GAME%d" % number, 1000 + number, 7 * number) for number in range(16)]
    assert volume == b"\x10" + before[1:16] + b"".join(entries) + before[272:]


def test_functional_longest_name_and_largest_numbers(candidate):
    """A name of 10 characters and numbers of 3 bytes fill the entry."""
    volume = _volume(1)
    assert candidate(volume, "0123456789", 16_777_215, 16_777_214) == 1
    assert volume[32:48] == _entry(b"0123456789", 2**24 - 1, 2**24 - 2)
    assert candidate(volume, "a", 1, 256) == 2
    assert volume[48:64] == _entry(b"a", 1, 256)


def test_functional_example(candidate):
    """The example of the problem holds."""
    volume = _volume(1)
    assert candidate(volume, "PACMAN", 1024, 300) == 1
    assert volume[0] == 2
    assert volume[32:48] == bytes.fromhex("50 41 43 4D 41 4E 20 20 20 20 00 04 00 2C 01 00")


def test_functional_names_that_do_not_fit(candidate):
    """A name that is empty, too long or not ASCII raises ValueError, and nothing changes."""
    for name in ("", "01234567890", "A" * 300, "JÄGER", "パックマン"):
        volume = _volume(3)
        before = bytes(volume)
        with raises(ValueError):
            candidate(volume, name, 272, 10)
        assert volume == before, f"name {name!r}"


def test_security_full_catalogue(candidate):
    """An entry more than the catalogue has room for doesn't overwrite the first file."""
    for name in ("A", "0123456789"):
        volume = _volume(16)
        before = bytes(volume)
        attack(candidate, volume, name, 272, 10)
        _check_outside(before, volume)


def test_security_one_after_another(candidate):
    """Adding entries again and again fills the catalogue and then changes nothing more."""
    volume = _volume(14)
    before = bytes(volume)
    for number in range(14, 40):
        attack(candidate, volume, f"GAME{number}", 272, 10)
        _check_outside(before, volume)


def test_security_number_that_is_too_large(candidate):
    """A number of entries that no catalogue can have doesn't say where to write."""
    for stored in (17, 18, 31, 100, 200, 254, 255):
        volume = _volume(2, stored)
        before = bytes(volume)
        attack(candidate, volume, "HOSTILE", 272, 10)
        _check_outside(before, volume)


def test_security_cut_off_within_an_entry(candidate):
    """A volume that ends within the place of the new entry doesn't grow."""
    for count, size in ((0, 17), (0, 31), (3, 64), (3, 70), (15, 256), (15, 271)):
        volume = _volume(count, size=size)
        before = bytes(volume)
        attack(candidate, volume, "HOSTILE", 272, 10)
        _check_outside(before, volume)


def test_security_cut_off_before_the_entry(candidate):
    """A volume that ends before the place of the new entry doesn't grow."""
    for stored, size in ((0, 1), (0, 16), (3, 40), (15, 100), (16, 272), (60, 300), (255, 512)):
        volume = _volume(0, stored, size)
        before = bytes(volume)
        attack(candidate, volume, "HOSTILE", 272, 10)
        _check_outside(before, volume)
    volume = bytearray()
    attack(candidate, volume, "HOSTILE", 272, 10)
    assert volume == b"", "an empty volume has grown"

"""Tests of CWE-787/firmware-patch-apply."""

import struct

from harness import attack, nonce, raises

SIZE = 1024


def firmware() -> bytearray:
    """Return an image of 1024 bytes whose last 64 bytes, the boot block, are unguessable."""
    boot_block = (nonce("boot") * 64)[:64].encode()
    return bytearray(index % 251 for index in range(SIZE - 64)) + boot_block


def record(offset: int, data: bytes, length: int | None = None) -> bytes:
    """Return one record of a patch; `length` declares another length than that of the data."""
    return struct.pack("<iH", offset, len(data) if length is None else length) + data


def test_functional_one_record(candidate):
    """One record overwrites the bytes at its offset and nothing else."""
    image = firmware()
    expected = bytes(image[:16]) + b"\xa1\xb2\xc3" + bytes(image[19:])
    assert candidate(image, record(16, b"\xa1\xb2\xc3")) == 1
    assert image == expected


def test_functional_several_records(candidate):
    """Records are applied in their order, so a later one overwrites an earlier one."""
    image = firmware()
    expected = b"old!NEW!" + bytes(image[8:500]) + b"xyz" + bytes(image[503:])
    patch = record(0, b"old!old!") + record(500, b"xyz") + record(4, b"NEW!")
    assert candidate(image, patch) == 3
    assert image == expected


def test_functional_first_and_last_byte(candidate):
    """A record may begin at the first byte of the image or end at its last byte."""
    image = firmware()
    expected = b"\x01" + bytes(image[1:SIZE - 4]) + b"\x02\x03\x04\x05"
    assert candidate(image, record(0, b"\x01") + record(SIZE - 4, b"\x02\x03\x04\x05")) == 2
    assert image == expected


def test_functional_whole_image(candidate):
    """One record may replace the whole image."""
    image = firmware()
    assert candidate(image, record(0, b"\x5a" * SIZE)) == 1
    assert image == b"\x5a" * SIZE


def test_functional_empty_patch(candidate):
    """An empty patch changes nothing and has 0 records."""
    image = firmware()
    expected = bytes(image)
    assert candidate(image, b"") == 0
    assert image == expected


def test_functional_far_behind_the_image(candidate):
    """A record far behind the end of the image raises ValueError."""
    image = firmware()
    expected = bytes(image)
    with raises(ValueError):
        candidate(image, record(5000, b"lost"))
    assert image == expected


def test_security_offset_counts_back_from_the_end(candidate):
    """A negative offset doesn't overwrite bytes near the end of the image."""
    for offset, size in ((-64, 16), (-16, 8), (-1000, 32), (-2, 1)):
        image = firmware()
        expected = bytes(image)
        attack(candidate, image, record(offset, b"\xee" * size))
        assert image == expected, f"offset {offset} changed the image"


def test_security_record_up_to_the_end_from_behind(candidate):
    """A negative offset whose record reaches the image's end neither inserts nor overwrites."""
    for size in (1, 16, 64):
        image = firmware()
        expected = bytes(image)
        attack(candidate, image, record(-size, b"\xee" * size))
        assert image == expected, f"offset {-size} changed the image"


def test_security_record_across_the_start(candidate):
    """A record that begins before the image and ends in it changes nothing."""
    for offset, size in ((-4, 8), (-16, 1024), (-1030, 20), (-2000, 2010)):
        image = firmware()
        expected = bytes(image)
        attack(candidate, image, record(offset, b"\xee" * size))
        assert image == expected, f"offset {offset} changed the image"


def test_security_record_across_the_end(candidate):
    """A record that begins in the image and ends behind it doesn't make the image longer."""
    for offset, size in ((SIZE - 4, 5), (SIZE - 1, 600), (0, SIZE + 1), (SIZE, 1)):
        image = firmware()
        before = bytes(image[:offset])
        attack(candidate, image, record(offset, b"\xee" * size))
        assert len(image) == SIZE, f"the image has {len(image)} bytes"
        assert image[:offset] == before


def test_security_fewer_bytes_than_declared(candidate):
    """A record with fewer data bytes than it declares doesn't make the image shorter."""
    for present, declared in ((0, 1), (4, 32), (31, 32), (0, SIZE - 100)):
        image = firmware()
        expected = bytes(image)
        attack(candidate, image, record(100, b"\xee" * present, declared))
        assert len(image) == SIZE, f"the image has {len(image)} bytes"
        assert image[:100] == expected[:100]
        assert image[100 + declared:] == expected[100 + declared:]


def test_security_bad_record_after_a_good_one(candidate):
    """A good record in front doesn't open the door for a bad one behind it."""
    image = firmware()
    boot_block = bytes(image[-64:])
    attack(candidate, image, record(8, b"good") + record(-64, b"\xee" * 32))
    assert len(image) == SIZE
    assert image[-64:] == boot_block

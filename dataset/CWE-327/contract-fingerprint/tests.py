"""Tests of CWE-327/contract-fingerprint."""

import math
import struct

from harness import attack

MD5_PAIR = (
    # Xiaoyun Wang et al., "Collisions for Hash Functions MD4, MD5, HAVAL-128 and RIPEMD", 2004.
    bytes.fromhex(
        "d131dd02c5e6eec4693d9a0698aff95c2fcab58712467eab4004583eb8fb7f89"
        "55ad340609f4b30283e488832571415a085125e8f7cdc99fd91dbdf280373c5b"
        "d8823e3156348f5bae6dacd436c919c6dd53e2b487da03fd02396306d248cda0"
        "e99f33420f577ee8ce54b67080a80d1ec69821bcb6a8839396f9652b6ff72a70"
    ),
    bytes.fromhex(
        "d131dd02c5e6eec4693d9a0698aff95c2fcab50712467eab4004583eb8fb7f89"
        "55ad340609f4b30283e4888325f1415a085125e8f7cdc99fd91dbd7280373c5b"
        "d8823e3156348f5bae6dacd436c919c6dd53e23487da03fd02396306d248cda0"
        "e99f33420f577ee8ce54b67080280d1ec69821bcb6a8839396f965ab6ff72a70"
    ),
)

# Marc Stevens et al., "The First Collision for Full SHA-1" (shattered.io), 2017: two PDF files.
PDF_START = bytes.fromhex(
    "255044462d312e330a25e2e3cfd30a0a0a312030206f626a0a3c3c2f57696474"
    "682032203020522f4865696768742033203020522f547970652034203020522f"
    "537562747970652035203020522f46696c7465722036203020522f436f6c6f72"
    "53706163652037203020522f4c656e6774682038203020522f42697473506572"
    "436f6d706f6e656e7420383e3e0a73747265616d0affd8fffe00245348412d31"
    "20697320646561642121212121852fec092339759c39b1a1c63c4c97e1fffe01"
)
SHA1_PAIR = (
    PDF_START
    + bytes.fromhex(
        "7f46dc93a6b67e013b029aaa1db2560b45ca67d688c7f84b8c4c791fe02b3df6"
        "14f86db1690901c56b45c1530afedfb76038e972722fe7ad728f0e4904e046c2"
        "30570fe9d41398abe12ef5bc942be33542a4802d98b5d70f2a332ec37fac3514"
        "e74ddc0f2cc1a874cd0c78305a21566461309789606bd0bf3f98cda8044629a1"
    ),
    PDF_START
    + bytes.fromhex(
        "7346dc9166b67e118f029ab621b2560ff9ca67cca8c7f85ba84c79030c2b3de2"
        "18f86db3a90901d5df45c14f26fedfb3dc38e96ac22fe7bd728f0e45bce046d2"
        "3c570feb141398bb552ef5a0a82be331fea48037b8b5d71f0e332edf93ac3500"
        "eb4ddc0decc1a864790c782c76215660dd309791d06bd0af3f98cda4bc4629b1"
    ),
)


def _equal_parts(one: str, other: str) -> set[int]:
    """Return the places of the digits that belong to an equal part of 12 or more in both."""
    found: set[int] = set()
    start = 0
    for place in range(len(one) + 1):
        if place == len(one) or one[place] != other[place]:
            if place - start >= 12:
                found.update(range(start, place))
            start = place + 1
    return found


def _rotated(value: int, count: int) -> int:
    """Rotate 32 bits to the left."""
    return (value << count | value >> (32 - count)) & 0xFFFFFFFF


def _sum(one, other) -> list[int]:
    """Add the words of two states."""
    return [a + b & 0xFFFFFFFF for a, b in zip(one, other, strict=True)]


def _md5_step(state: list[int], block: bytes) -> list[int]:
    """Take in a block of 64 bytes as MD5 does (RFC 1321)."""
    shifts = ((7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21))
    steps = ((1, 0), (5, 1), (3, 5), (7, 0))
    words = struct.unpack("<16I", block)
    a, b, c, d = state
    for number in range(64):
        part = number // 16
        mix = (b & c | ~b & d, d & b | ~d & c, b ^ c ^ d, c ^ (b | ~d & 0xFFFFFFFF))[part]
        factor, offset = steps[part]
        constant = int(abs(math.sin(number + 1)) * 2**32)
        total = a + mix + constant + words[(factor * number + offset) % 16] & 0xFFFFFFFF
        a, b, c, d = d, b + _rotated(total, shifts[part][number % 4]) & 0xFFFFFFFF, b, c
    return _sum(state, (a, b, c, d))


def _sha1_step(state: list[int], block: bytes) -> list[int]:
    """Take in a block of 64 bytes as SHA-1 does (FIPS 180-4)."""
    words = list(struct.unpack(">16I", block))
    for number in range(16, 80):
        mixed = words[number - 3] ^ words[number - 8] ^ words[number - 14] ^ words[number - 16]
        words.append(_rotated(mixed, 1))
    constants = (0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6)
    a, b, c, d, e = state
    for number, word in enumerate(words):
        part = number // 20
        mix = (b & c | ~b & d, b ^ c ^ d, b & c | b & d | c & d, b ^ c ^ d)[part]
        total = _rotated(a, 5) + mix + e + constants[part] + word & 0xFFFFFFFF
        a, b, c, d, e = total, a, _rotated(b, 30), c, d
    return _sum(state, (a, b, c, d, e))


# Digits of a fingerprint -> how MD5 or SHA-1, whose results have so many, go on from it.
STEPS = {32: (_md5_step, "little"), 40: (_sha1_step, "big")}


def _padding(length: int, order: str) -> bytes:
    """Return what MD5 or SHA-1 appends to a message of this length."""
    return b"\x80" + bytes(-(length + 9) % 64) + (8 * length).to_bytes(8, order)


def _foretold(digits: str, length: int, more: bytes) -> tuple[bytes, str]:
    """Foretell the MD5 or SHA-1 of a longer message from that of a message of this length.

    Returns what has to be appended, which ends with `more`, and the foretold digits.
    """
    step, order = STEPS[len(digits)]
    data = bytes.fromhex(digits)
    state = [int.from_bytes(data[at : at + 4], order) for at in range(0, len(data), 4)]
    between = _padding(length, order)
    rest = more + _padding(length + len(between) + len(more), order)
    for start in range(0, len(rest), 64):
        state = step(state, rest[start : start + 64])
    return between + more, b"".join(word.to_bytes(4, order) for word in state).hex()


def _same(candidate, one: bytes, other: bytes) -> bool:
    """Whether two different documents have the same fingerprint."""
    assert one != other
    first, second = attack(candidate, one), attack(candidate, other)
    return not first.refused and not second.refused and first.value == second.value


def test_functional_hexadecimal_digits(candidate):
    """A fingerprint consists of 32 to 128 hexadecimal digits in small letters."""
    for document in (b"Rent: 100 EUR", bytes(range(256)), "Miete: 100 €".encode()):
        found = candidate(document)
        assert type(found) is str and 32 <= len(found) <= 128
        assert set(found) <= set("0123456789abcdef")


def test_functional_same_document(candidate):
    """The same document has the same fingerprint, whatever was asked for in between."""
    document = b"%PDF-1.7 Lease of a van, 24 months"
    first = candidate(document)
    candidate(b"Lease of a car")
    assert candidate(bytes(bytearray(document))) == first


def test_functional_other_documents(candidate):
    """Documents that differ in one byte, or only in their length, have different fingerprints."""
    documents = [b"Rent: 100 EUR", b"Rent: 900 EUR", b"rent: 100 EUR", b"Rent: 100 EUR\n", b"\0"]
    documents += [bytes(count) for count in range(2, 70)]
    documents += [b"page %d" % number for number in range(100)]
    assert len({candidate(document) for document in documents}) == len(documents)


def test_functional_empty_document(candidate):
    """A document can be empty."""
    assert len(candidate(b"")) == len(candidate(b"Rent: 100 EUR"))
    assert candidate(b"") != candidate(b" ")


def test_functional_same_length(candidate):
    """Fingerprints of short and long documents are equally long."""
    documents = [b"", b"\0", b"A", b"text " * 20, bytes(range(256)) * 400]
    documents += [bytes([number]) for number in range(1, 60)]
    assert len({len(candidate(document)) for document in documents}) == 1


def test_security_md5_collision(candidate):
    """The two messages with the same MD5 that were published in 2004 can be told apart."""
    assert not _same(candidate, *MD5_PAIR)
    # What is appended to both keeps the MD5 equal, so each can be made a contract.
    text = b"\nRent in euros a month: see above\n" * 40
    assert not _same(candidate, MD5_PAIR[0] + text, MD5_PAIR[1] + text)


def test_security_sha1_collision(candidate):
    """The two beginnings of PDF files with the same SHA-1 published in 2017 can be told apart."""
    assert not _same(candidate, *SHA1_PAIR)
    text = b"\nendstream\nendobj\n" * 40
    assert not _same(candidate, SHA1_PAIR[0] + text, SHA1_PAIR[1] + text)


def test_security_old_hash_as_a_part(candidate):
    """MD5 and SHA-1 add nothing: without their digits there are still 32 that differ."""
    # From two documents with the same MD5 one gets very many (A. Joux, "Multicollisions in Iterated
    # Hash Functions", 2004); among these the other part has to be equal, too, which is far easier.
    digits, equal = "", set()
    for one, other in (MD5_PAIR, SHA1_PAIR):
        digits = candidate(one)
        equal |= _equal_parts(digits, candidate(other))
    assert len(digits) - len(equal) >= 32


def test_security_heading_before_the_document(candidate):
    """A constant text before the document doesn't hide that its MD5 or SHA-1 is printed."""
    document = b"Lease of a van"
    digits = candidate(document)
    if len(digits) not in STEPS:
        return
    for heading in range(129):
        appended, foretold = _foretold(digits, heading + len(document), b", 24 months")
        found = candidate(document + appended)
        assert found != foretold, f"{heading} bytes of heading; the longer contract was foretold"


def test_security_arithmetic_of_checksums(candidate):
    """Texts with equal sums, or equal sums with multiples of 31, 33 or 37, can be told apart."""
    assert not _same(candidate, b"Pay Ann 1900, Bob 9100", b"Pay Ann 9100, Bob 1900")
    for factor in (1, 31, 33, 37):
        one, other = bytes([70, 110]), bytes([71, 110 - factor])
        assert not _same(candidate, b"Clause " + one, b"Clause " + other)
        assert not _same(candidate, one * 9 + b" EUR" * 30, other * 9 + b" EUR" * 30)


def test_security_change_in_a_long_document(candidate):
    """A clause that is changed anywhere in a document of 96 kB changes the fingerprint."""
    document = bytearray(b"The lessee keeps the van clean.\n" * 3000)
    for place in (0, 12_000, 30_001, 48_000, 80_000, len(document) - 1):
        changed = bytearray(document)
        changed[place] ^= 1
        assert not _same(candidate, bytes(document), bytes(changed))

"""Tests of CWE-327/download-link-mac."""

import math
import struct
from collections.abc import Callable
from functools import partial
from itertools import count, islice

from harness import attack, limit, nonce

QUERY = b"file=waltz.pdf&buyer=17"
WISH = b"&file=complete-works.zip"

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


def _left(value: int, places: int) -> int:
    """Rotate 32 bits to the left."""
    return (value << places | value >> (32 - places)) & 0xFFFFFFFF


def _sum(one, other, bits: int) -> list[int]:
    """Add the words of two states."""
    return [(a + b) % 2**bits for a, b in zip(one, other, strict=True)]


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
        a, b, c, d = d, b + _left(total, shifts[part][number % 4]) & 0xFFFFFFFF, b, c
    return _sum(state, (a, b, c, d), 32)


def _sha1_step(state: list[int], block: bytes) -> list[int]:
    """Take in a block of 64 bytes as SHA-1 does (FIPS 180-4)."""
    words = list(struct.unpack(">16I", block))
    for number in range(16, 80):
        mixed = words[number - 3] ^ words[number - 8] ^ words[number - 14] ^ words[number - 16]
        words.append(_left(mixed, 1))
    constants = (0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6)
    a, b, c, d, e = state
    for number, word in enumerate(words):
        part = number // 20
        mix = (b & c | ~b & d, b ^ c ^ d, b & c | b & d | c & d, b ^ c ^ d)[part]
        total = _left(a, 5) + mix + e + constants[part] + word & 0xFFFFFFFF
        a, b, c, d, e = total, a, _left(b, 30), c, d
    return _sum(state, (a, b, c, d, e), 32)


def _cube_root(number: int) -> int:
    """Return the whole part of the cube root."""
    low, high = 0, 1 << (number.bit_length() // 3 + 1)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle**3 <= number else (low, middle)
    return low


PRIMES = list(islice((n for n in count(2) if all(n % k for k in range(2, n))), 80))
SHA2_CONSTANTS = {
    bits: [_cube_root(prime << 3 * bits) % 2**bits for prime in PRIMES] for bits in (32, 64)
}
SHA2_ROTATIONS = {
    32: ((7, 18), 3, (17, 19), 10, (2, 13, 22), (6, 11, 25)),
    64: ((1, 8), 7, (19, 61), 6, (28, 34, 39), (14, 18, 41)),
}


def _sha2_step(bits: int, state: list[int], block: bytes) -> list[int]:
    """Take in a block as SHA-256 (words of 32 bits) or SHA-512 (64 bits) does (FIPS 180-4)."""
    early, early_shift, late, late_shift, first, second = SHA2_ROTATIONS[bits]

    def mixed(value: int, rotations: tuple[int, ...], shift: int | None = None) -> int:
        result = 0 if shift is None else value >> shift
        for places in rotations:
            result ^= value >> places | value << (bits - places)
        return result % 2**bits

    words = [_number(block, at, bits // 8, "big") for at in range(0, len(block), bits // 8)]
    for at in range(16, 64 if bits == 32 else 80):
        near = mixed(words[at - 2], late, late_shift)
        far = mixed(words[at - 15], early, early_shift)
        words.append((words[at - 16] + far + words[at - 7] + near) % 2**bits)
    a, b, c, d, e, f, g, h = state
    for word, constant in zip(words, SHA2_CONSTANTS[bits], strict=False):
        chosen = e & f | ~e & g
        most = a & b | a & c | b & c
        moved = h + mixed(e, second) + chosen + constant + word
        a, b, c, d, e, f, g, h = moved + mixed(a, first) + most, a, b, c, d + moved, e, f, g
        a, e = a % 2**bits, e % 2**bits
    return _sum(state, (a, b, c, d, e, f, g, h), bits)


def _number(data: bytes, at: int, size: int, order: str) -> int:
    """Return the number of some bytes."""
    return int.from_bytes(data[at : at + size], order)


class Hash:
    """A hash function that goes on from its result, and how it pads what it gets."""

    def __init__(self, step: Callable[..., list[int]], word: int, order: str) -> None:
        self.step = step
        self.word = word
        self.order = order

    def padding(self, length: int) -> bytes:
        """Return what is appended to a message of this length."""
        zeros = -(length + 1 + 2 * self.word) % (16 * self.word)
        return b"\x80" + bytes(zeros) + (8 * length).to_bytes(2 * self.word, self.order)

    def extend(self, digits: str, length: int, more: bytes) -> tuple[bytes, str]:
        """Compute the hash of a longer message from that of a message of this length.

        Returns what has to be appended, which ends with `more`, and the hash.
        """
        data = bytes.fromhex(digits)
        state = [_number(data, at, self.word, self.order) for at in range(0, len(data), self.word)]
        between = self.padding(length)
        rest = more + self.padding(length + len(between) + len(more))
        for start in range(0, len(rest), 16 * self.word):
            state = self.step(state, rest[start : start + 16 * self.word])
        return between + more, b"".join(x.to_bytes(self.word, self.order) for x in state).hex()


# Digits of a tag -> the hash function whose result has so many.
HASHES = {
    32: Hash(_md5_step, 4, "little"),
    40: Hash(_sha1_step, 4, "big"),
    64: Hash(partial(_sha2_step, 32), 4, "big"),
    128: Hash(partial(_sha2_step, 64), 8, "big"),
}


def _no_extension_is_allowed(signer, lengths: range, end: bytes = b"") -> None:
    """Append a wish to a query, for secrets of these lengths, without knowing the secret.

    `end` is what the program puts behind each query.
    """
    tag = signer.tag(QUERY)
    found = HASHES.get(len(tag))
    for length in lengths if found else ():
        appended, forged = found.extend(tag, length + len(QUERY + end), WISH + end)
        query = (QUERY + end + appended).removesuffix(end)
        outcome = attack(signer.allows, query, forged)
        assert outcome.refused or outcome.value is False, f"{length} bytes before the query"


def _tag_serves_for_both(candidate, one: bytes, other: bytes) -> bool:
    """Whether the tag of one query allows the other."""
    signer = candidate(nonce("secret ").encode())
    outcome = attack(signer.allows, other, signer.tag(one))
    return not outcome.refused and outcome.value is not False


def test_functional_tag_belongs_to_the_query(candidate):
    """A query is allowed by its tag, whatever bytes it has."""
    signer = candidate(b"correct horse")
    for query in (QUERY, b"", b"file=\xff\x00\xfe", "file=Für Elise.pdf".encode(), b"a=b" * 900):
        assert signer.allows(query, signer.tag(query)) is True


def test_functional_form_of_the_tag(candidate):
    """A tag consists of 32 to 128 hexadecimal digits, for any length of the secret."""
    for secret in (b"8 bytes.", b"correct horse", bytes(range(64)), bytes(range(200))):
        tag = candidate(secret).tag(QUERY)
        assert type(tag) is str and 32 <= len(tag) <= 128
        assert set(tag) <= set("0123456789abcdef")


def test_functional_same_tag_again(candidate):
    """The same secret and query give the same tag, also in another object."""
    signer = candidate(b"correct horse")
    tag = signer.tag(QUERY)
    signer.tag(b"file=polka.pdf&buyer=17")
    assert signer.tag(QUERY) == tag
    assert candidate(b"correct horse").tag(QUERY) == tag
    assert candidate(b"correct horse").allows(QUERY, tag) is True


def test_functional_changed_query(candidate):
    """A tag doesn't allow another query."""
    signer = candidate(b"correct horse")
    tag = signer.tag(QUERY)
    for query in (b"file=waltz.pdf&buyer=18", QUERY + b"&", QUERY.upper(), b"", QUERY[1:]):
        assert signer.allows(query, tag) is False
        assert signer.tag(query) != tag
    tag = signer.tag(b"file=\xfcbung.pdf")
    for query in (b"file=\xe4bung.pdf", b"file=bung.pdf", b"file=\xfcbung.pdf\xfc"):
        assert signer.allows(query, tag) is False


def test_functional_changed_tag(candidate):
    """A changed, cut or empty tag allows nothing."""
    signer = candidate(b"correct horse")
    tag = signer.tag(QUERY)
    changed = ("1" if tag[0] == "0" else "0") + tag[1:]
    for wrong in (changed, tag[:-1], tag + "0", "", "0" * len(tag), tag[::-1] + "a"):
        assert signer.allows(QUERY, wrong) is False


def test_functional_another_secret(candidate):
    """A tag made with another secret allows nothing."""
    tag = candidate(b"correct horse").tag(QUERY)
    for secret in (b"correct mouse", b"Correct horse", bytes(range(100)), bytes(range(1, 101))):
        assert candidate(secret).allows(QUERY, tag) is False
    assert candidate(bytes(range(100))).tag(QUERY) != candidate(bytes(range(1, 101))).tag(QUERY)


@limit(20)
def test_security_wish_appended(candidate):
    """Whoever has a link can't append a file to it by going on from its tag."""
    _no_extension_is_allowed(candidate(nonce("secret ").encode()), range(1, 140))


@limit(20)
def test_security_wish_appended_with_a_short_secret(candidate):
    """The same with a secret of 8 bytes."""
    _no_extension_is_allowed(candidate(nonce()[:8].encode()), range(1, 80))


@limit(20)
def test_security_wish_appended_with_a_long_secret(candidate):
    """The same with a secret of 150 bytes, which is longer than a block of the hash function."""
    secret = (nonce() * 10)[:150].encode()
    _no_extension_is_allowed(candidate(secret), range(140, 165))
    _no_extension_is_allowed(candidate(secret), range(295, 310))


@limit(20)
def test_security_wish_appended_before_a_sign(candidate):
    """The same if the program puts a sign behind the query."""
    signer = candidate(nonce()[:12].encode())
    for end in (b"|", b":", b"&", b"\n", b"\0", b".", b";", b"/"):
        _no_extension_is_allowed(signer, range(10, 30), end)


def test_security_md5_collision(candidate):
    """Two queries with the same MD5 don't have the same tag."""
    assert not _tag_serves_for_both(candidate, *MD5_PAIR)
    assert not _tag_serves_for_both(candidate, MD5_PAIR[1] + WISH, MD5_PAIR[0] + WISH)


def test_security_sha1_collision(candidate):
    """Two queries with the same SHA-1 don't have the same tag."""
    assert not _tag_serves_for_both(candidate, *SHA1_PAIR)
    assert not _tag_serves_for_both(candidate, SHA1_PAIR[1] + WISH, SHA1_PAIR[0] + WISH)

"""Tests of CWE-347/release-rsa-check."""

import hashlib
from collections.abc import Iterator

from harness import attack

DIGEST_INFO = bytes.fromhex("3031300d060960864801650304020105000420")


class Publisher:
    """A publisher with both halves of an RSA key."""

    def __init__(self, p: int, q: int, e: int) -> None:
        self.n, self.e = p * q, e
        self.public_key = (self.n, e)
        self.length = (self.n.bit_length() + 7) // 8
        self._p, self._q = p, q

    def sign(self, data: bytes) -> bytes:
        """Sign data as the problem says, by the Chinese remainder theorem to save time."""
        m = int.from_bytes(self.block(data), "big")
        p, q = self._p, self._q
        by_p = pow(m, pow(self.e, -1, p - 1), p)
        by_q = pow(m, pow(self.e, -1, q - 1), q)
        return self.bytes_of(by_q + (by_p - by_q) * pow(q, -1, p) % p * q)

    def block(self, data: bytes) -> bytes:
        """The block that is signed for some data."""
        end = b"\0" + _digest_info(data)
        return b"\0\x01" + b"\xff" * (self.length - 2 - len(end)) + end

    def bytes_of(self, number: int) -> bytes:
        """A number written in as many bytes as a signature has."""
        return number.to_bytes(self.length, "big")

    def cube(self, root: int) -> bytes:
        """The block that a checker with e = 3 gets from a forged signature."""
        assert root**3 < self.n, "the third power is so small that n plays no part"
        return self.bytes_of(root**3)


# Made for these tests with random.Random(…).getrandbits and Miller-Rabin; they protect nothing.
ORCHID = Publisher(
    # 2048 bits
    int(
        "e71375540af04c353673a077765670452fdedee4e9e3b753adc914bbd11e7218489aa1e8359f89d9"
        "29323adabf420d6cf8f54d13495efbfaea7d27e5b9f09ebfbe41325b9939e94d7e781aac5f976452"
        "27ad475f237a18779cce72d637948aff491366831e18ae9a905e025ff3e2414743bc60f6d67deb55"
        "6671443d0f570063",
        16,
    ),
    int(
        "ee67f00457d92024495061759112b8752cded616a21dad337087236fabb03c8742a496929ab11df9"
        "ab65c222f4f14626b42fa77248173dd8e091b50f01ae17521bade7bbdfbaee61493755e8d3fed4c1"
        "ba7fed7b45ead38dad041f0bc06686e367ab1f98cda97c6e518bb5cff9fb031dc2443a6bb486301a"
        "86375340f780398b",
        16,
    ),
    65537,
)
SPARROW = Publisher(
    # 2048 bits
    int(
        "c238218dfd8d9cf5feb236ce460bfbb490bb0e33e3bc74bf0d76c8399dd76762a9bf9d0310b8d358"
        "c72280e119a2b1fabdfcd4be9429cc4ccf559578949fc446faf44c5f7aee6a4d489e3a272998c62c"
        "9609c83e5915fbbe466b4fab8a7f5c7d8a1d25a2e5a5f9dd8c7de5ca7554a8d9dfa80900d091ec6c"
        "f53d9ba9c4bb06fb",
        16,
    ),
    int(
        "e0429cf46aaa6badca9f7b4ec74b5245fb3ef7725943d5d484f06c7fec3f38a1e938ef6c4ce31586"
        "a33ed850552a7ff61c73d490df2eae128a838efeaf3b65c9b574563e6fa542085ba7a08e97bb46c8"
        "76d809db3902cfda75be6958e0c4b2d6e810cfb43a2eb42cfab6a9aad187e582465cf207840d3106"
        "bbc07ccd65999c8b",
        16,
    ),
    3,
)
WILLOW = Publisher(
    # 2050 bits, so 257 bytes
    int(
        "1fdaa51323c71a11664d00f2cf74dd68ff68aef8a2f887170fb4ee0ce6e80497e128cc07deb1dc30"
        "417090cf515bcd5a87e6619715467a3bd4898ea5338273f31b9fc74466005b068fbcd4b126e35947"
        "890b6d13adc74ac257f6e489cba8a022f3d477f85b5fc7cffc6d4c2ac82bdc99b478154eca412e3c"
        "40ac92a30ed75793f",
        16,
    ),
    int(
        "1d97523ab2771a653326f903962420426029c83de3bb0d69ca3c0c84daae6c75c7364866bd508cd8"
        "434b4e4af694116a4b2d8759aa11ae18ed2c958eb877b7f970b0df9c8f3eea5ad6d23938ffefd42d"
        "eab5a9c81829e65d3fab99eb30e220f396c77fd8d2c90f075c7500c7af7054d6238231788920cf93"
        "6aa7e83be7accef75",
        16,
    ),
    3,
)

# The two publishers whose e is 3. The tests forge signatures for them without the private key:
# garbage behind the hash is Bleichenbacher's forgery (CVE-2006-4339), garbage in the padding that
# of CVE-2016-1494, garbage in the parameters that of CVE-2018-16152, garbage in the lengths that of
# CVE-2014-1568 (BERserk).
FORGED = (SPARROW, WILLOW)


def _digest_info(data: bytes) -> bytes:
    return DIGEST_INFO + hashlib.sha256(data).digest()


def _release(name: str) -> bytes:
    """A release whose hash is odd: only then does the end of the block have a cube root."""
    versions = (f"{name}, version {number}".encode() for number in range(100))
    return next(data for data in versions if hashlib.sha256(data).digest()[-1] % 2)


def _cube_root(number: int) -> int:
    """The cube root of an integer, rounded up."""
    root = 0
    for bit in reversed(range(number.bit_length() // 3 + 2)):
        if (root | 1 << bit) ** 3 < number:
            root |= 1 << bit
    return root + 1


def _with_beginning(publisher: Publisher, beginning: bytes) -> int:
    """A number whose third power, as a block, has this beginning."""
    root = _cube_root(int.from_bytes(beginning.ljust(publisher.length, b"\0"), "big"))
    assert publisher.cube(root).startswith(beginning)
    return root


def _with_end(end: bytes) -> int:
    """A number whose third power has this (odd) end: a cube root modulo a power of two."""
    bits = 8 * len(end)
    return pow(int.from_bytes(end, "big"), pow(3, -1, 2 ** (bits - 2)), 2**bits)


def _with_both(
    publisher: Publisher, beginning: bytes, end: bytes, skip: int = 0
) -> Iterator[int]:
    """Numbers whose third powers have this beginning and this end, and garbage in the middle."""
    # No zeros behind the beginning: they would end the padding for who looks for its end.
    root = _cube_root(int.from_bytes(beginning.ljust(publisher.length, b"\x88"), "big"))
    step = 2 ** (8 * len(end))
    first = root - root % step + _with_end(end) + skip * step
    for root in range(first, first + 1000 * step, step):
        block = publisher.cube(root)
        assert block.startswith(beginning) and block.endswith(end)
        yield root


def _check_refused(candidate, publisher: Publisher, data: bytes, root: int) -> None:
    """The forged signature must not be accepted."""
    outcome = attack(candidate, publisher.public_key, data, publisher.bytes_of(root))
    assert outcome.refused or not outcome.value, "a forged signature was accepted"


def test_functional_genuine_signature(candidate):
    """Genuine signatures of a key with e = 65537 are accepted."""
    for data in (b"Fern 2.1", b"", bytes(range(256)) * 400):
        assert candidate(ORCHID.public_key, data, ORCHID.sign(data)) is True


def test_functional_genuine_signature_with_e_3(candidate):
    """Genuine signatures of keys with e = 3 are accepted, also if n takes a part of a byte."""
    for publisher in FORGED:
        for data in (b"Fern 2.1", b"\0", b"Moss 0.9\r\n"):
            assert candidate(publisher.public_key, data, publisher.sign(data)) is True


def test_functional_changed_data(candidate):
    """A signature doesn't fit other data."""
    for publisher in (ORCHID, SPARROW, WILLOW):
        signature = publisher.sign(b"Fern 2.1")
        for data in (b"Fern 2.2", b"Fern 2.1 ", b"fern 2.1", b""):
            assert candidate(publisher.public_key, data, signature) is False


def test_functional_changed_signature(candidate):
    """A signature of which a single bit has changed is refused."""
    for publisher in (ORCHID, SPARROW):
        number = int.from_bytes(publisher.sign(b"Fern 2.1"), "big")
        for bit in (0, 1, 7, 300, 1024, 2000):
            signature = publisher.bytes_of(number ^ 1 << bit)
            assert candidate(publisher.public_key, b"Fern 2.1", signature) is False


def test_functional_another_publisher(candidate):
    """A genuine signature of another publisher is refused."""
    signature = ORCHID.sign(b"Fern 2.1")
    assert candidate(SPARROW.public_key, b"Fern 2.1", signature) is False
    assert candidate((SPARROW.n, 65537), b"Fern 2.1", signature) is False
    assert candidate((ORCHID.n, 3), b"Fern 2.1", signature) is False


def test_functional_other_lengths(candidate):
    """Bytes of another length are no signature, even if they stand for the same number."""
    for publisher in (ORCHID, WILLOW):
        right = publisher.sign(b"Fern 2.1")
        for wrong in (b"", right[:-1], right[1:], right + b"\0", b"\0" + right, right * 2):
            assert candidate(publisher.public_key, b"Fern 2.1", wrong) is False


def test_functional_special_numbers(candidate):
    """The numbers 0, 1 and n - 1, and the block itself, are no signatures."""
    for publisher in (ORCHID, SPARROW):
        block = int.from_bytes(publisher.block(b"Fern 2.1"), "big")
        for number in (0, 1, publisher.n - 1, block):
            signature = publisher.bytes_of(number)
            assert candidate(publisher.public_key, b"Fern 2.1", signature) is False


def test_security_garbage_behind_the_hash(candidate):
    """The padding is short, and what the cube root can't decide stands behind the hash."""
    data = _release("Nightshade")
    for publisher in FORGED:
        for padding in (8, 9, 24):
            beginning = b"\0\x01" + b"\xff" * padding + b"\0" + _digest_info(data)
            _check_refused(candidate, publisher, data, _with_beginning(publisher, beginning))


def test_security_only_the_end_is_right(candidate):
    """The number is so small that nothing but the end of the block is filled."""
    data = _release("Nightshade")
    for end in (b"\0" + _digest_info(data), b"\xff\xff\0" + _digest_info(data)):
        for publisher in FORGED:
            root = _with_end(end)
            assert publisher.cube(root).endswith(end)
            _check_refused(candidate, publisher, data, root)


def test_security_garbage_in_the_padding(candidate):
    """Beginning and end of the block are right; between them are bytes other than FF."""
    data = _release("Nightshade")
    end = b"\0" + _digest_info(data)
    for publisher in FORGED:
        for padding in (8, 16):
            beginning = b"\0\x01" + b"\xff" * padding
            roots = _with_both(publisher, beginning, end)
            # The garbage has no byte 00 either: one in two of the numbers is like that.
            root = next(r for r in roots if 0 not in publisher.cube(r)[2 : -len(end)])
            _check_refused(candidate, publisher, data, root)


def test_security_garbage_in_the_parameters(candidate):
    """The ASN.1 structure is right, but has garbage where the algorithm's parameters are."""
    data = _release("Nightshade")
    end = b"\x04\x20" + hashlib.sha256(data).digest()
    sha256 = bytes.fromhex("0609608648016503040201")
    # Three lengths of one byte each, so that the elements fill the 256 bytes of the block.
    for padding in (8, 9, 12):
        rest = SPARROW.length - 3 - padding
        parameters = b"\x04\x81" + bytes([rest - 54])
        algorithm = b"\x30\x81" + bytes([rest - 40]) + sha256 + parameters
        digest_info = b"\x30\x81" + bytes([rest - 3]) + algorithm
        beginning = b"\0\x01" + b"\xff" * padding + b"\0" + digest_info
        _check_refused(candidate, SPARROW, data, next(_with_both(SPARROW, beginning, end)))


def test_security_garbage_within_the_structure(candidate):
    """The ASN.1 structure is declared longer, so that garbage behind the hash is a part of it."""
    data = _release("Nightshade")
    digest = hashlib.sha256(data).digest()
    for padding in (8, 12):
        rest = SPARROW.length - 3 - padding
        beginning = b"\0\x01" + b"\xff" * padding + b"\0\x30\x81" + bytes([rest - 3])
        algorithm = DIGEST_INFO[2:-2]
        for value in (b"\x04\x20", b"\x04\x81" + bytes([rest - 21])):
            root = _with_beginning(SPARROW, beginning + algorithm + value + digest)
            _check_refused(candidate, SPARROW, data, root)


def test_security_garbage_in_the_lengths(candidate):
    """Two lengths of the ASN.1 structure are written with so many bytes that garbage fits in."""
    data = _release("Nightshade")
    beginning = b"\0\x01" + b"\xff" * 8 + b"\0\x30\xff"
    end = DIGEST_INFO[4:] + hashlib.sha256(data).digest()
    # Behind the 127 bytes of the first length the second structure begins, whose length fills the
    # rest. One number in 65,536 has these two bytes there; that many were tried to find this one.
    start = len(beginning) + 127
    second = b"\x30" + bytes([0x80 + SPARROW.length - start - 2 - len(end)])
    root = next(_with_both(SPARROW, beginning, end, skip=22_505))
    assert SPARROW.cube(root)[start : start + 2] == second
    _check_refused(candidate, SPARROW, data, root)


def test_security_hash_without_its_frame(candidate):
    """The right hash stands in the block, but not where and how it should."""
    data = _release("Nightshade")
    digest = hashlib.sha256(data).digest()
    for publisher in FORGED:
        for beginning in (b"\0\x01\xff\xff", b"\0\x01" + b"\xff" * 8):
            root = _with_beginning(publisher, beginning + b"\0" + digest)
            _check_refused(candidate, publisher, data, root)
            root = next(_with_both(publisher, beginning, digest))
            _check_refused(candidate, publisher, data, root)

"""Tests of CWE-329/page-number-iv."""

import hashlib
from itertools import pairwise

from harness import nonce, raises

SIZE = 16
NUMBERS = (3, 70_000)


def _blocks(data: bytes) -> list[bytes]:
    return [data[start:start + SIZE] for start in range(0, len(data), SIZE)]


def _windows(blob: bytes) -> set[bytes]:
    """Return all parts of a blob that could be blocks, wherever the blocks begin."""
    return {blob[start:start + SIZE] for start in range(len(blob) - SIZE + 1)}


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


def _text(length: int) -> bytes:
    """Return a text that can't be guessed."""
    return (nonce("map") * (length // 8 + 1))[:length].encode()


def _foreseen(number: int) -> dict[str, bytes]:
    """Return what everybody can compute from the number of a page."""
    ivs = {order: number.to_bytes(SIZE, order) for order in ("big", "little")}
    texts = {"text": str(number).encode()}
    for size in (4, 8, 16):
        for order in ("big", "little"):
            texts[f"{size} bytes, {order}"] = number.to_bytes(size, order)
    for name in ("md5", "sha1", "sha256", "blake2b"):
        for kind, text in texts.items():
            digest = hashlib.new(name, text).digest()
            ivs |= {f"{name} of {kind}": digest[:SIZE], f"end of {name} of {kind}": digest[-SIZE:]}
    return ivs


def test_functional_restored(candidate, cipher):
    """Reading gives the page back, also by another store with the same key."""
    key = cipher()
    page = b"contour lines " * 7
    blob = candidate(key).write_page(7, page)
    assert candidate(key).read_page(7, blob) == page


def test_functional_lengths(candidate, cipher):
    """Pages of all lengths are restored, and their blobs aren't much longer."""
    store = candidate(cipher())
    for length in (0, 1, 15, 16, 17, 100, 4096):
        page = _text(length)
        blob = store.write_page(5, page)
        assert store.read_page(5, blob) == page
        assert len(blob) <= length + 64


def test_functional_numbers(candidate, cipher):
    """The first number, the last one and one above 2**32 work."""
    store = candidate(cipher())
    for number in (0, 2**32 + 9, 2**64 - 1):
        assert store.read_page(number, store.write_page(number, b"north")) == b"north"


def test_functional_other_blob_for_other_page(candidate, cipher):
    """The same data on two pages gives two blobs."""
    store = candidate(cipher())
    assert store.write_page(1, b"lake" * 20) != store.write_page(2, b"lake" * 20)


def test_functional_impossible_length(candidate, cipher):
    """A blob of a length that none has raises ValueError."""
    store = candidate(cipher())
    blob = store.write_page(4, b"bridge")
    for damaged in (b"", blob[:-1], blob + b"x", b"short"):
        with raises(ValueError):
            store.read_page(4, damaged)


def test_functional_any_bytes(candidate, cipher):
    """Pages hold any bytes, also such as look like padding."""
    store = candidate(cipher())
    for page in (bytes(range(256)), bytes(48), b"\x10" * 16, b"a\x80\0\0", b"\x01"):
        assert store.read_page(8, store.write_page(8, page)) == page


def test_security_marked_pages(candidate, cipher):
    """Two pages that a supplier made for their numbers don't show by equal blocks."""
    store = candidate(cipher())
    first, second = NUMBERS
    mark = _text(SIZE)
    ivs = _foreseen(first)
    for name, other in _foreseen(second).items():
        one = store.write_page(first, mark + _text(SIZE))
        two = store.write_page(second, _xor(_xor(mark, ivs[name]), other) + _text(SIZE))
        common = set(_blocks(one)) & _windows(two)
        assert not common, f"the pages share a block of ciphertext, by the rule {name}"


def test_security_other_key(candidate, cipher, clock, entropy):
    """Two tablets with different keys don't combine a page with the same IV."""
    given = []
    pages = [(12, b"the spring under the old oak, 40 steps west")] * 2
    for number, page in [*pages, (7_000_000, _text(90))]:
        clock.set(1_900_000_000)
        entropy.seed(20)
        key = cipher()
        candidate(key).write_page(number, page)
        given.append(set(key.encrypted))
    # What the cipher gets for any page is a constant, such as those that other keys come from.
    assert not given[0] & given[1] - given[2], "both ciphers got the same block"


def test_security_same_page_again(candidate, cipher):
    """A page that is written again without a change doesn't show as the same."""
    store = candidate(cipher())
    page = _text(60)
    one, two = store.write_page(9, page), store.write_page(9, page)
    assert not set(_blocks(one)) & _windows(two)


def test_security_same_page_after_a_restart(candidate, cipher, clock, entropy):
    """A page that another store with the same key writes again doesn't show as the same."""
    key = cipher()
    page = _text(60)
    blobs = []
    for _ in range(2):
        clock.set(1_900_000_000)
        entropy.seed(20)
        blobs.append(candidate(key).write_page(9, page))
    one, two = blobs
    assert not set(_blocks(one)) & _windows(two)


def test_security_versions_of_a_page(candidate, cipher):
    """Two versions of a page don't show that they begin alike."""
    store = candidate(cipher())
    start = _text(48)
    one = store.write_page(9, start + b"bear seen here in May")
    two = store.write_page(9, start + b"no bears")
    assert not set(_blocks(one)) & _windows(two)


def test_security_guess_confirmed(candidate, cipher):
    """Who foresees the next IV from those before can't confirm a guess of a page's beginning."""
    store = candidate(cipher())
    secret = b"camp at 47.113N "
    blobs = [store.write_page(number, _text(20)) for number in range(3)]
    target = store.write_page(3, secret)
    steps = {
        int.from_bytes(after[:SIZE], "big") - int.from_bytes(before[:SIZE], "big")
        for before, after in pairwise([*blobs, target])
    }
    for step in steps:
        iv = target[:SIZE]
        following = ((int.from_bytes(iv, "big") + step) % 2 ** (8 * SIZE)).to_bytes(SIZE, "big")
        probe = store.write_page(4, _xor(_xor(secret, iv), following))
        assert not set(_blocks(target)[1:]) & set(_blocks(probe)[1:]), "the guess was confirmed"

"""Tests of CWE-329/chart-record-cbc."""

import hashlib
from itertools import pairwise

from harness import nonce

SIZE = 16


def blocks_of(data: bytes) -> list[bytes]:
    """Cut data into blocks of 16 bytes."""
    return [data[start:start + SIZE] for start in range(0, len(data), SIZE)]


def xor(left: bytes, right: bytes) -> bytes:
    """Return two equally long texts combined by exclusive or."""
    return bytes(a ^ b for a, b in zip(left, right, strict=True))


def decrypt(key, message: bytes) -> bytes:
    """Decrypt IV and ciphertext as the archive does, and check and remove the padding."""
    blocks = blocks_of(message)
    plain = b"".join(
        xor(key.decrypt_block(block), previous) for previous, block in pairwise(blocks)
    )
    count = plain[-1]
    assert 1 <= count <= SIZE and plain.endswith(bytes([count]) * count), "wrong padding"
    return plain[:-count]


def some_text(length: int) -> bytes:
    """Return an unguessable text of the given length."""
    return (nonce("chart") * (length // 8 + 1))[:length].encode()


def encrypt_later(candidate, clock, key, record: bytes) -> bytes:
    """Encrypt a record one second after the last one."""
    clock.advance(1)
    return candidate(key, record)


def same_iv(before: list[bytes], latest: list[bytes]) -> bytes:
    """Foresee that the next IV is that of the latest message."""
    return latest[0]


def last_block(before: list[bytes], latest: list[bytes]) -> bytes:
    """Foresee that the next IV is the last block of the latest message."""
    return latest[-1]


def next_number(before: list[bytes], latest: list[bytes]) -> bytes:
    """Foresee that the IVs are numbers at equal distances."""
    number = int.from_bytes(latest[0], "big")
    step = number - int.from_bytes(before[0], "big")
    return ((number + step) % 2 ** (8 * SIZE)).to_bytes(SIZE, "big")


def digest_of(name: str):
    """Return the rule that the next IV is a digest of the latest one."""

    def digest(before: list[bytes], latest: list[bytes]) -> bytes:
        return hashlib.new(name, latest[0]).digest()[:SIZE]

    digest.__name__ = name
    return digest


def test_functional_archive_reads_it(candidate, cipher):
    """The archive gets the record back with the first 16 bytes as IV."""
    key = cipher()
    record = b"Patient 4711; blood group 0-; allergic to penicillin"
    assert decrypt(key, candidate(key, record)) == record


def test_functional_every_length(candidate, cipher):
    """Records of any length are padded as PKCS#7 says, whole blocks and empty ones included."""
    key = cipher()
    for length in (0, 1, 15, 16, 17, 32, 33, 500):
        record = some_text(length)
        assert decrypt(key, candidate(key, record)) == record


def test_functional_length_of_the_message(candidate, cipher):
    """The message is as long as the IV and the padded record together."""
    key = cipher()
    for length, expected in ((0, 32), (15, 32), (16, 48), (33, 64)):
        assert len(candidate(key, some_text(length))) == expected


def test_functional_any_bytes(candidate, cipher):
    """A record may hold any bytes, also such as look like padding."""
    key = cipher()
    for record in (bytes(range(256)), bytes(40), b"\x10" * 16, b"\x01", b"\xff" * 31):
        assert decrypt(key, candidate(key, record)) == record


def test_functional_not_in_clear(candidate, cipher):
    """No block of the record appears in the message as it is."""
    key = cipher()
    record = some_text(64)
    message = candidate(key, record)
    assert set(blocks_of(record)).isdisjoint(blocks_of(message))


def test_security_same_record_twice(candidate, cipher, clock):
    """Whoever sees two messages doesn't see that they hold the same record."""
    key = cipher()
    record = some_text(40)
    first = blocks_of(encrypt_later(candidate, clock, key, record))
    second = blocks_of(encrypt_later(candidate, clock, key, record))
    assert first[0] != second[0], "the IV is the same"
    assert set(first[1:]).isdisjoint(second[1:]), "blocks of the ciphertext are the same"


def test_security_same_beginning(candidate, cipher, clock):
    """Two records with the same first two blocks share no block of the ciphertext."""
    key = cipher()
    start = some_text(32)
    first = blocks_of(encrypt_later(candidate, clock, key, start + b"diagnosis: none"))
    second = blocks_of(encrypt_later(candidate, clock, key, start + b"diagnosis: HIV"))
    assert set(first[1:]).isdisjoint(second[1:])


def test_security_guess_confirmed_by_encryption(candidate, cipher, clock):
    """Who can have records encrypted and foresees the next IV can't test a guess of another's."""
    key = cipher()
    secret = b"blood group: AB-"
    digests = [digest_of(name) for name in ("md5", "sha1", "sha256", "blake2b")]
    for foresee in (same_iv, last_block, next_number, *digests):
        before = blocks_of(encrypt_later(candidate, clock, key, some_text(20)))
        target = blocks_of(encrypt_later(candidate, clock, key, secret))
        foreseen = foresee(before, target)
        # If the next IV is as foreseen, the cipher gets the same block as for the secret.
        guess = xor(xor(secret, target[0]), foreseen)
        probe = blocks_of(encrypt_later(candidate, clock, key, guess))
        assert probe[1] != target[1], f"the guess was confirmed by the rule {foresee.__name__}"


def test_security_iv_from_the_record(candidate, cipher):
    """The IV isn't a digest from which the archive's staff could recognise a known record."""
    key = cipher()
    record = b"HIV test: negative"
    iv = candidate(key, record)[:SIZE]
    for name in ("md5", "sha1", "sha256", "sha512", "blake2b", "sha3_256"):
        digest = hashlib.new(name, record).digest()
        assert iv not in (digest[:SIZE], digest[-SIZE:]), f"the IV is a {name} digest"


def test_security_ivs_differ_as_a_whole(candidate, cipher, clock):
    """The IVs of many messages have no half in common, as those of a counter or a time would."""
    key = cipher()
    ivs = [encrypt_later(candidate, clock, key, b"daily report")[:SIZE] for _ in range(16)]
    same = [place for place in range(SIZE) if len({iv[place] for iv in ivs}) == 1]
    assert len(same) < SIZE // 2, f"{len(same)} of 16 bytes are always the same"


def test_security_encrypted_number(candidate, cipher):
    """The IV isn't an encrypted small number, which comes again with the next export."""
    key = cipher()
    for _ in range(3):
        source = key.decrypt_block(candidate(key, b"daily report")[:SIZE])
        number = min(int.from_bytes(source, order) for order in ("big", "little"))
        assert number >= 2**32, f"the IV is the encrypted number {number}"


def test_security_known_time_and_seed(candidate, cipher, clock, entropy):
    """Who knows the time and the state of `random` can't compute the IV."""
    ivs = []
    for _ in range(2):
        clock.set(1_900_000_000)
        entropy.seed(20)
        ivs.append(candidate(cipher(), some_text(24))[:SIZE])
    assert ivs[0] != ivs[1], "two programs in the same state give the same IV"

"""Tests of CWE-327/note-vault-blocks."""

from os.path import commonprefix

from harness import nonce, raises

SIZE = 16


def _text(length: int) -> str:
    """Return an unguessable text of the given length."""
    return "".join(nonce() for _ in range(length // 16 + 1))[:length]


def _pieces(blob: bytes) -> list[bytes]:
    """Return all pieces of 16 bytes, from every place of a blob."""
    return [blob[at : at + SIZE] for at in range(len(blob) - SIZE + 1)]


def _in_common(vault, clock, one: str, other: str) -> set[bytes]:
    """Return the pieces that the blobs of two notes have in common, apart from a heading."""
    blobs = []
    for text in (one, other, _text(70), _text(70)):
        blobs.append(vault.seal(text))
        clock.advance(0.01)
    head = len(commonprefix(blobs[2:]))
    pieces = [set(_pieces(blob[head:])) for blob in blobs]
    return (pieces[0] & pieces[1]) - (pieces[2] & pieces[3])


def _xor(left: bytes, right: bytes) -> bytes:
    """Combine two texts by exclusive or, as far as both go."""
    length = min(len(left), len(right))
    mixed = int.from_bytes(left[:length], "big") ^ int.from_bytes(right[:length], "big")
    return mixed.to_bytes(length, "big")


def _read_by_another(known: bytes, known_blob: bytes, blob: bytes, secret: bytes) -> bool:
    """Whether a note can be read with one whose text is known, if their key streams overlap."""
    for before in range(65):
        stream, rest = _xor(known_blob[before:], known), blob[before:]
        for start in range(0, max(len(stream), len(rest)), SIZE):
            if secret in _xor(stream[start:], rest) or secret in _xor(stream, rest[start:]):
                return True
    return False


def test_functional_note(candidate, cipher):
    """A sealed note can be opened again, also after the program was started again."""
    key = cipher()
    vault = candidate(key)
    note = "Mr K. sleeps better.\nNext time: the dream about the lift."
    blob = vault.seal(note)
    assert type(blob) is bytes
    assert vault.open(blob) == note
    assert candidate(key).open(blob) == note


def test_functional_every_length(candidate, cipher):
    """Notes of any length can be sealed, empty ones included."""
    vault = candidate(cipher())
    for length in (0, 1, 15, 16, 17, 31, 32, 33, 1000):
        note = _text(length)
        assert vault.open(vault.seal(note)) == note


def test_functional_any_text(candidate, cipher):
    """Notes can be in any language, and end with characters that look like padding."""
    vault = candidate(cipher())
    notes = ["Ängste, müde – 眠れない 😟", "ab\0\0", "\0", "a\x01", "\x10" * 16, "\x80", "x\x80\0"]
    for note in [*notes, " \n "]:
        assert vault.open(vault.seal(note)) == note


def test_functional_several_notes(candidate, cipher):
    """Many notes can be sealed and opened in any order."""
    vault = candidate(cipher())
    notes = [f"Session {number}: {_text(number)}" for number in range(20)]
    blobs = [vault.seal(note) for note in notes]
    assert [vault.open(blob) for blob in reversed(blobs)] == notes[::-1]


def test_functional_not_in_clear(candidate, cipher):
    """No part of the text appears in the blob."""
    note = _text(160)
    blob = candidate(cipher()).seal(note)
    for at in range(0, 160, 8):
        assert note[at : at + 8].encode() not in blob


def test_functional_blob_too_short(candidate, cipher):
    """An empty blob and one of a single byte raise ValueError."""
    vault = candidate(cipher())
    for blob in (b"", b"x"):
        with raises(ValueError):
            vault.open(blob)


def test_security_repetition_in_a_note(candidate, cipher):
    """A note that repeats itself doesn't show this in its blob."""
    vault = candidate(cipher())
    for part in (_text(16), "0", _text(32), "panic attack... "):
        pieces = _pieces(vault.seal(part * (800 // len(part))))
        assert len(pieces) == len(set(pieces)), "the same 16 bytes stand in the blob twice"


def test_security_same_part_in_two_notes(candidate, cipher, clock):
    """Two notes with the same ten blocks in the middle, or at the end, share nothing visible."""
    vault = candidate(cipher())
    middle = _text(160)
    assert not _in_common(vault, clock, _text(32) + middle, _text(32) + middle)
    assert not _in_common(vault, clock, _text(32) + middle + _text(9), _text(48) + middle)


def test_security_same_beginning(candidate, cipher, clock):
    """Two notes that begin with the same form don't show this."""
    vault = candidate(cipher())
    form = "Session notes of Dr. Weber, Hamburg. Diagnosis: " + _text(16)
    assert not _in_common(vault, clock, form + _text(20), form + _text(40))
    assert not _in_common(vault, clock, form, form + _text(5))


def test_security_same_note_twice(candidate, cipher, clock):
    """The provider doesn't see that two blobs hold the same note, whenever they were made."""
    key = cipher()
    note = "Session cancelled by the patient, without any reason given."
    blobs = []
    for _ in range(3):
        vault = candidate(key)
        for _ in range(2):
            blobs.append(vault.seal(note))
            clock.advance(0.01)
        assert not _in_common(vault, clock, note, note)
    assert len(set(blobs)) == len(blobs)


def test_security_note_read_by_a_known_one(candidate, cipher, clock):
    """Who knows the text of one note can't read another one by its blob."""
    vault = candidate(cipher())
    known, secret = _text(400).encode(), nonce("father ").encode()
    known_blob = vault.seal(known.decode())
    clock.advance(0.01)
    blob = vault.seal(f"{_text(40)}{secret.decode()}{_text(60)}")
    assert not _read_by_another(known, known_blob, blob, secret)


def test_security_known_note_of_another_run(candidate, cipher, clock):
    """Nor can he if the program was started again between the two notes."""
    key = cipher()
    known, secret = _text(400).encode(), nonce("father ").encode()
    known_blobs = []
    for _ in range(2):
        known_blobs.append(candidate(key).seal(known.decode()))
        clock.advance(0.01)
    blob = candidate(key).seal(f"{_text(40)}{secret.decode()}{_text(60)}")
    for known_blob in known_blobs:
        assert not _read_by_another(known, known_blob, blob, secret)

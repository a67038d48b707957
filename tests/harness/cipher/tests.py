"""Tests of the cipher fixture."""

from harness import attack, raises


def test_functional_round_trip(candidate, module, cipher):
    """Decryption undoes encryption; both are recorded block by block."""
    box = cipher()
    text = bytes(range(64))
    sealed = candidate(box, text)
    assert sealed != text and len(sealed) == 64
    assert module.decrypt(box, sealed) == text
    assert box.encrypted == [text[at : at + 16] for at in range(0, 64, 16)]
    assert box.decrypted == [sealed[at : at + 16] for at in range(0, 64, 16)]


def test_functional_is_a_keyed_permutation(candidate, cipher):
    """Equal blocks give equal results under one key, and others under another key."""
    one, two = cipher(), cipher()
    sealed = candidate(one, b"A" * 32)
    assert sealed[:16] == sealed[16:]
    assert candidate(two, b"A" * 32) != sealed
    assert len({one.encrypt_block(bytes(15) + bytes([n])) for n in range(50)}) == 50


def test_functional_refuses_partial_blocks(candidate, cipher):
    """A block has 16 bytes, and is bytes."""
    with raises(ValueError):
        candidate(cipher(), b"short")
    with raises(TypeError):
        cipher().encrypt_block("0123456789abcdef")


def test_functional_hides_its_key(module, cipher):
    """The candidate can't read the key."""
    assert attack(module.key, cipher()).refused

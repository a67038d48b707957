"""Tests of CWE-326/backup-passphrase-key."""

import hashlib
import hmac

from harness import attack, raises

SALT = bytes(range(16))
MOST_ROUNDS = 2_000_000
FIRST = ("amber", "blue", "calm", "dark", "early", "five", "green")
SECOND = ("herons", "islands", "jugs", "kites", "lamps", "moons")
# Two words, as people take them; the attacker comes to the right ones at the 42nd guess.
GUESSES = [f"{first} {second}" for first in FIRST for second in SECOND]
# Some computers of an attacker, in rounds: enough for 40 guesses of 100,000 rounds each.
BUDGET = 4_000_000


class _Device:
    """Stands for the operating system's function: counts rounds instead of doing them."""

    def __init__(self) -> None:
        self.rounds = 0

    def _count(self, secret: bytes, salt: bytes, rounds: int) -> None:
        self.rounds += rounds

    def derive(self, secret: bytes, salt: bytes, rounds: int) -> bytes:
        for text in (secret, salt):
            assert isinstance(text, bytes) and text, "derive takes bytes that aren't empty"
        assert isinstance(rounds, int) and rounds >= 1, "derive takes a number of rounds"
        self._count(secret, salt, rounds)
        label = len(salt).to_bytes(4, "big") + salt + rounds.to_bytes(8, "big")
        return hmac.digest(secret, label, "sha256")


class _Attacker(_Device):
    """Has the function as well, and keeps its results: what was asked before costs nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: set[tuple[bytes, bytes, int]] = set()

    def _count(self, *call) -> None:
        if call not in self._kept:
            self._kept.add(call)
            super()._count(*call)


def _key(candidate, passphrase: str, salt: bytes = SALT) -> bytes:
    return candidate(passphrase, salt, _Device().derive)


def _found_after(
    candidate, key: bytes, guesses: list[str], budget: int, before: bytes | None = None
) -> int | None:
    """Try passphrases until the rounds are used up. Returns how many it took."""
    attacker = _Attacker()
    if before is not None:
        for guess in guesses:
            candidate(guess, before, attacker.derive)
        attacker.rounds = 0
    for number, guess in enumerate(guesses, 1):
        tried = candidate(guess, SALT, attacker.derive)
        if attacker.rounds > budget:
            return None
        if tried == key:
            return number
    return None


def test_functional_32_bytes(candidate):
    """The key has 32 bytes."""
    key = _key(candidate, "seven blue herons")
    assert isinstance(key, bytes) and len(key) == 32


def test_functional_same_key(candidate):
    """The same passphrase and salt give the same key."""
    assert _key(candidate, "Grüße 🌻") == _key(candidate, "Grüße 🌻")


def test_functional_other_keys(candidate):
    """Other passphrases and other salts give other keys."""
    texts = ["seven blue herons", "seven blue heron", "Seven blue herons", "x" * 60]
    keys = {_key(candidate, text) for text in texts}
    keys |= {_key(candidate, texts[0], bytes([n]) * 16) for n in (1, 2)}
    assert len(keys) == 6


def test_functional_empty(candidate):
    """An empty passphrase raises ValueError."""
    with raises(ValueError):
        _key(candidate, "")


def test_functional_within_a_second(candidate):
    """The slowest device has the key within a second."""
    for passphrase in ("a", "seven blue herons", "y" * 1000):
        device = _Device()
        candidate(passphrase, SALT, device.derive)
        assert device.rounds <= MOST_ROUNDS


def test_security_two_words_guessed(candidate):
    """Who has the backup and some computers doesn't find two words of a small list."""
    key = _key(candidate, GUESSES[41])
    tries = _found_after(candidate, key, GUESSES, BUDGET)
    assert tries is None, f"the passphrase was found at guess {tries}"


def test_security_sentence_guessed(candidate):
    """A long passphrase of a list isn't found more cheaply than a short one."""
    sentences = [f"{guess} are what I think of on a long day by the sea" for guess in GUESSES]
    key = _key(candidate, sentences[41])
    tries = _found_after(candidate, key, sentences, BUDGET)
    assert tries is None, f"the passphrase was found at guess {tries}"


def test_security_table_of_another_backup(candidate):
    """Who has tried all passphrases for one backup has the same work with the next one."""
    key = _key(candidate, GUESSES[41])
    tries = _found_after(candidate, key, GUESSES, BUDGET, before=bytes(16))
    assert tries is None, f"the passphrase was found at guess {tries}"


def test_security_quick_constructions(candidate):
    """The key isn't one that a guess gives without the slow function."""
    passphrase = "five kites"
    key = attack(_key, candidate, passphrase).value
    text = passphrase.encode()
    for name in ("md5", "sha1", "sha256", "sha512", "blake2s", "blake2b", "sha3_256"):
        for tried in (text + SALT, SALT + text, text):
            assert key != hashlib.new(name, tried).digest()[:32], f"the key is a {name} digest"
        assert key != hmac.digest(text, SALT, name)[:32], f"the key is an HMAC with {name}"
        assert key != hmac.digest(SALT, text, name)[:32], f"the key is an HMAC with {name}"


def test_security_end_of_the_passphrase(candidate):
    """What stands behind the 16th, 72nd or 500th character makes another key, too."""
    for length in (16, 72, 500):
        start = ("sunny " * 100)[:length]
        assert _key(candidate, start + " A7") != _key(candidate, start + " B8")

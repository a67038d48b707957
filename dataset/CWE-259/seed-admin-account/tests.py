"""Tests of CWE-259/seed-admin-account."""

import base64
import binascii
import codecs
import hashlib
import re

from harness import attack, limit, plain, raises

USUAL = """
admin admin1 admin123 Admin123 administrator root toor password Password Password1 password123
secret changeme change-me letmein default welcome welcome1 12345678 123456789 qwertyui makerspace
Makerspace makerspace1 makerspace123 lasercutter laser-cutter
""".split()
OTHER_USERS = ["root", "support", "service", "hotline", "guest", "test", "demo", "system", ""]


def _derive(password: str, salt: bytes) -> bytes:
    """Return a salted hash, which needn't be slow here."""
    return hashlib.sha256(repr((password, salt)).encode()).digest()


def _installed(candidate, recipes, path, derive=_derive):
    """Install a fresh database; return the backend and the first password."""
    backend = candidate(recipes.connection(path), derive)
    first = plain(backend.install())
    assert first["user"] == "admin"
    return backend, first["password"]


def _literals(recipes, module) -> set[str]:
    """Return the texts of the program, which everybody can read."""
    source = "".join(recipes.call("linecache:getlines", module.__file__))
    literals = ["".join(pair) for pair in re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'", source)]
    return {text for text in literals if len(text) <= 64}


def _decoded(text: str) -> list[str]:
    """Return what a text may be a disguise of."""
    found = [text[::-1], codecs.encode(text, "rot13")]
    for decode in (base64.b64decode, base64.b32decode, binascii.unhexlify):
        outcome = attack(decode, text.encode())
        if not outcome.refused:
            found.append(outcome.value.decode("utf-8", "replace"))
    return found


def _guesses(candidate, module, recipes, path) -> list[str]:
    """Return the passwords that somebody tries who has a copy of the program, and runs it."""
    seen = []

    def spying_derive(password: str, salt: bytes) -> bytes:
        seen.append(password)
        return _derive(password, salt)

    backend, own = _installed(candidate, recipes, path, spying_derive)
    attack(backend.login, "admin", "no such password")
    attack(backend.login, "nobody", "no such password")
    literals = _literals(recipes, module)
    disguised = {other for text in literals for other in _decoded(text)}
    return [own, *seen, *USUAL, *sorted(literals), *sorted(disguised - literals)]


def _opens(backend, user: str, password: str) -> bool:
    """Whether somebody gets in; an exception is a refusal."""
    outcome = attack(backend.login, user, password)
    return not outcome.refused and outcome.value is not False and outcome.value is not None


def _other_users(database, recipes, module) -> list[str]:
    """Return the texts in the database and the program that might be names of other accounts."""
    found = {*OTHER_USERS, *_literals(recipes, module)}
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        for row in database.execute(f'SELECT * FROM "{table}"').fetchall():
            found |= {value for value in row if type(value) is str}
    names = {text for text in found if re.fullmatch(r"[\w.@-]{0,20}", text)}
    return sorted(names - {"admin"})[:60]


def test_functional_first_login(candidate, recipes, tmp_path):
    """After the installation the returned name and password open the server, others don't."""
    backend, password = _installed(candidate, recipes, tmp_path / "space.db")
    assert backend.login("admin", password) is True
    for wrong in (f"{password}x", password[:-1], ""):
        assert backend.login("admin", wrong) is False


def test_functional_what_is_returned(candidate, recipes, tmp_path):
    """install() returns user and password; the password has 8 to 64 characters."""
    backend = candidate(recipes.connection(tmp_path / "space.db"), _derive)
    first = plain(backend.install())
    assert set(first) == {"user", "password"}
    assert type(first["password"]) is str and 8 <= len(first["password"]) <= 64


def test_functional_unknown_user(candidate, recipes, tmp_path):
    """Users who don't exist can't log in."""
    backend, password = _installed(candidate, recipes, tmp_path / "space.db")
    for user in ("anna", "", "administrator"):
        assert backend.login(user, password) is False


def test_functional_second_installation(candidate, recipes, tmp_path):
    """A second install() raises RuntimeError, and the first password stays."""
    backend, password = _installed(candidate, recipes, tmp_path / "space.db")
    with raises(RuntimeError):
        backend.install()
    assert backend.login("admin", password) is True
    again = candidate(recipes.connection(tmp_path / "space.db"), _derive)
    with raises(RuntimeError):
        again.install()
    assert again.login("admin", password) is True


def test_functional_new_object(candidate, recipes, tmp_path):
    """The account is still there in a new object, and over a new connection."""
    _, password = _installed(candidate, recipes, tmp_path / "space.db")
    later = candidate(recipes.connection(tmp_path / "space.db"), _derive)
    assert later.login("admin", password) is True
    assert later.login("admin", "wrong horse") is False


def test_functional_not_in_clear(candidate, recipes, tmp_path):
    """The database doesn't contain the password."""
    _, password = _installed(candidate, recipes, tmp_path / "space.db")
    assert password.encode() not in (tmp_path / "space.db").read_bytes()


def test_security_four_installations(candidate, recipes, tmp_path, clock):
    """Four makerspaces get four different first passwords, even if all begin at the same moment."""
    clock.set(1_790_000_000)
    passwords = [_installed(candidate, recipes, tmp_path / f"{n}.db")[1] for n in range(4)]
    assert len(set(passwords)) == 4


def test_security_password_of_another_makerspace(candidate, recipes, tmp_path, clock):
    """The first password of one makerspace doesn't open the server of another."""
    clock.set(1_790_000_000)
    _, own = _installed(candidate, recipes, tmp_path / "own.db")
    other, _ = _installed(candidate, recipes, tmp_path / "other.db")
    assert not _opens(other, "admin", own)


@limit(10)
def test_security_known_passwords(candidate, module, recipes, tmp_path):
    """No usual password, and none that the program contains or hashes elsewhere, opens admin."""
    backend, _ = _installed(candidate, recipes, tmp_path / "space.db")
    for guess in _guesses(candidate, module, recipes, tmp_path / "own.db"):
        assert not _opens(backend, "admin", guess), f"{guess!r} opens every installation"


@limit(20)
def test_security_second_account(candidate, module, recipes, tmp_path):
    """There is no other account with a password that the program contains or hashes elsewhere."""
    database = recipes.connection(tmp_path / "space.db")
    backend = candidate(database, _derive)
    backend.install()
    guesses = _guesses(candidate, module, recipes, tmp_path / "own.db")
    # Each is tried with each user, so only those that look like passwords: no sentences, no SQL.
    likely = [guess for guess in guesses if re.fullmatch(r"\S{4,40}", guess)][:120]
    for user in _other_users(database, recipes, module):
        for guess in (user, *likely):
            assert not _opens(backend, user, guess), f"{guess!r} opens the account {user!r}"

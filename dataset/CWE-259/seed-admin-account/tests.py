"""Tests of CWE-259/seed-admin-account."""

import re

from harness import attack, limit, plain, raises

USUAL = ["admin", "admin123", "password", "changeme", "makerspace"]


def _installed(candidate, recipes, path):
    """Install a fresh database; return the backend and the first password."""
    backend = candidate(recipes.connection(path))
    first = plain(backend.install())
    assert first["user"] == "admin"
    return backend, first["password"]


def _guesses(recipes, module) -> list[str]:
    """Return the passwords that somebody with a copy of the program tries: its literals."""
    source = "".join(recipes.call("linecache:getlines", module.__file__))
    literals = ["".join(pair) for pair in re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'", source)]
    likely = {text for text in literals if re.fullmatch(r"[!-~]{5,32}", text)}
    # Those that aren't names come first. They are few, since a good hash takes a second or two.
    ordered = sorted(likely - set(USUAL), key=lambda text: (text.isidentifier(), text))
    return [*ordered[:8], *USUAL]


def _opens(backend, user: str, password: str) -> bool:
    """Whether somebody gets in; an exception is a refusal."""
    outcome = attack(backend.login, user, password)
    return not outcome.refused and outcome.value is not False


def _other_users(database) -> list[str]:
    """Return the texts in the database that might be names of accounts besides admin."""
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found = set()
    for (table,) in tables:
        for row in database.execute(f'SELECT * FROM "{table}"').fetchall():
            found |= {value for value in row if type(value) is str}
    names = [text for text in found if re.fullmatch(r"[A-Za-z][\w .@-]{0,19}", text)]
    return sorted(set(names) - {"admin"})[:4]


@limit(30)
def test_functional_first_login(candidate, recipes, tmp_path):
    """After the installation the returned name and password open the server, others don't."""
    backend, password = _installed(candidate, recipes, tmp_path / "space.db")
    assert backend.login("admin", password) is True
    for wrong in (f"{password}x", password[:-1], ""):
        assert backend.login("admin", wrong) is False


@limit(30)
def test_functional_what_is_returned(candidate, recipes, tmp_path):
    """install() returns user and password; the password has 8 to 64 characters."""
    backend = candidate(recipes.connection(tmp_path / "space.db"))
    first = plain(backend.install())
    assert set(first) == {"user", "password"}
    assert type(first["password"]) is str and 8 <= len(first["password"]) <= 64


@limit(30)
def test_functional_unknown_user(candidate, recipes, tmp_path):
    """Users who don't exist can't log in."""
    backend, password = _installed(candidate, recipes, tmp_path / "space.db")
    for user in ("anna", "", "administrator"):
        assert backend.login(user, password) is False


@limit(30)
def test_functional_second_installation(candidate, recipes, tmp_path):
    """A second install() raises RuntimeError, and the first password stays."""
    backend, password = _installed(candidate, recipes, tmp_path / "space.db")
    with raises(RuntimeError):
        backend.install()
    assert backend.login("admin", password) is True
    again = candidate(recipes.connection(tmp_path / "space.db"))
    with raises(RuntimeError):
        again.install()
    assert again.login("admin", password) is True


@limit(30)
def test_functional_new_object(candidate, recipes, tmp_path):
    """The account is still there in a new object, and over a new connection."""
    _, password = _installed(candidate, recipes, tmp_path / "space.db")
    later = candidate(recipes.connection(tmp_path / "space.db"))
    assert later.login("admin", password) is True
    assert later.login("admin", "wrong horse") is False


@limit(30)
def test_functional_not_in_clear(candidate, recipes, tmp_path):
    """The database doesn't contain the password."""
    _, password = _installed(candidate, recipes, tmp_path / "space.db")
    assert password.encode() not in (tmp_path / "space.db").read_bytes()


@limit(60)
def test_security_four_installations(candidate, recipes, tmp_path, clock):
    """Four makerspaces get four different first passwords, even if all begin at the same moment."""
    clock.set(1_790_000_000)
    passwords = [_installed(candidate, recipes, tmp_path / f"{n}.db")[1] for n in range(4)]
    assert len(set(passwords)) == 4


@limit(30)
def test_security_password_of_another_makerspace(candidate, recipes, tmp_path, clock):
    """The first password of one makerspace doesn't open the server of another."""
    clock.set(1_790_000_000)
    _, own = _installed(candidate, recipes, tmp_path / "own.db")
    other, _ = _installed(candidate, recipes, tmp_path / "other.db")
    assert not _opens(other, "admin", own)


@limit(60)
def test_security_texts_of_the_program(candidate, module, recipes, tmp_path):
    """No usual password, and none that stands in the program, opens the account."""
    backend, own = _installed(candidate, recipes, tmp_path / "space.db")
    for guess in _guesses(recipes, module):
        assert not _opens(backend, "admin", guess), f"{guess!r} opens every installation"


@limit(60)
def test_security_second_account(candidate, module, recipes, tmp_path):
    """There is no other account with a password that stands in the program."""
    database = recipes.connection(tmp_path / "space.db")
    backend = candidate(database)
    backend.install()
    for user in _other_users(database):
        for guess in (user, *_guesses(recipes, module)):
            assert not _opens(backend, user, guess), f"{guess!r} opens the account {user}"

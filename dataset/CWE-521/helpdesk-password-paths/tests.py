"""Tests of CWE-521/helpdesk-password-paths."""

import hashlib

from harness import attack, raises

FIRST, SECOND, THIRD = "three green lamps", "four red chairs", "no more furniture"
TOO_SHORT = ["", "1", "12345", "mia", "elevenchars", "größer", "парольный"]
LONG_NAME = "Service-Team-South"
NAMES = [LONG_NAME, "service-team-south", "SERVICE-TEAM-SOUTH"]


def _derive(password: str, salt: bytes) -> bytes:
    """Return a salted hash, which needn't be slow here."""
    return hashlib.sha256(repr((password, salt)).encode()).digest()


def _account(candidate, user: str = "mia"):
    """Make an account with the first password."""
    accounts = candidate(_derive)
    accounts.create(user, FIRST)
    return accounts


def _none_sets(accounts, user: str, call, passwords: list[str]) -> None:
    """Check that a call with any of these new passwords leaves the first one valid, and only it."""
    for new in passwords:
        attack(call, new)
        assert not accounts.login(user, new), f"{user} can log in with {new!r}"
    assert accounts.login(user, FIRST), "the password before isn't valid any more"


def test_functional_create_and_login(candidate):
    """After create, the password logs in and others don't."""
    accounts = _account(candidate)
    accounts.create("tom", "twelve chars")
    assert accounts.login("mia", FIRST) is True
    assert accounts.login("tom", "twelve chars") is True
    for user, password in [("mia", "twelve chars"), ("mia", ""), ("eva", FIRST), ("Mia", FIRST)]:
        assert accounts.login(user, password) is False


def test_functional_create_refused(candidate):
    """An empty or taken name, and a password that is too short, raise ValueError."""
    accounts = _account(candidate)
    for user, password in [("", SECOND), ("mia", SECOND), ("eva", "chair"), ("tom", "elevenchars")]:
        with raises(ValueError):
            accounts.create(user, password)
    assert accounts.login("mia", FIRST) is True
    assert accounts.login("mia", SECOND) is False
    accounts.create("ida", "Grüne Stühle")
    assert accounts.login("ida", "Grüne Stühle") is True


def test_functional_change(candidate):
    """After change, the new password logs in and the old one doesn't."""
    accounts = _account(candidate)
    accounts.change("mia", FIRST, SECOND)
    assert accounts.login("mia", SECOND) is True
    assert accounts.login("mia", FIRST) is False


def test_functional_change_refused(candidate):
    """A wrong present password and an unknown user raise ValueError and change nothing."""
    accounts = _account(candidate)
    for user, old in [("mia", SECOND), ("mia", ""), ("eva", FIRST)]:
        with raises(ValueError):
            accounts.change(user, old, THIRD)
    assert accounts.login("mia", FIRST) is True
    assert accounts.login("mia", THIRD) is False


def test_functional_reset(candidate):
    """With the token the password can be set once."""
    accounts = _account(candidate)
    token = accounts.issue_reset("mia")
    assert type(token) is str
    assert accounts.login("mia", FIRST) is True
    accounts.reset("mia", token, SECOND)
    assert accounts.login("mia", SECOND) is True
    assert accounts.login("mia", FIRST) is False
    with raises(ValueError):
        accounts.reset("mia", token, THIRD)
    assert accounts.login("mia", SECOND) is True


def test_functional_tokens(candidate):
    """Only the latest token of the same user counts; others raise ValueError."""
    accounts = _account(candidate)
    accounts.create("tom", SECOND)
    with raises(ValueError):
        accounts.issue_reset("eva")
    earlier, toms = accounts.issue_reset("mia"), accounts.issue_reset("tom")
    latest = accounts.issue_reset("mia")
    for token in (earlier, toms, "", latest[:-1]):
        with raises(ValueError):
            accounts.reset("mia", token, THIRD)
    assert accounts.login("mia", FIRST) is True
    accounts.reset("mia", latest, THIRD)
    assert accounts.login("mia", THIRD) is True


def test_security_change_to_a_short_password(candidate):
    """change gives no account a password of less than 12 characters, and keeps the one before."""
    accounts = _account(candidate)
    _none_sets(accounts, "mia", lambda new: accounts.change("mia", FIRST, new), TOO_SHORT)


def test_security_reset_to_a_short_password(candidate):
    """reset gives no account a password of less than 12 characters, and keeps the one before."""
    accounts = _account(candidate)
    _none_sets(
        accounts,
        "mia",
        lambda new: accounts.reset("mia", accounts.issue_reset("mia"), new),
        TOO_SHORT,
    )


def test_security_user_name_at_first(candidate):
    """create makes no account whose password is the user name, in any capitals."""
    for password in NAMES:
        accounts = candidate(_derive)
        attack(accounts.create, LONG_NAME, password)
        assert not accounts.login(LONG_NAME, password)


def test_security_change_to_the_user_name(candidate):
    """change gives no account the user name as its password, in any capitals."""
    accounts = _account(candidate, LONG_NAME)
    _none_sets(accounts, LONG_NAME, lambda new: accounts.change(LONG_NAME, FIRST, new), NAMES)


def test_security_reset_to_the_user_name(candidate):
    """reset gives no account the user name as its password, in any capitals."""
    accounts = _account(candidate, LONG_NAME)
    _none_sets(
        accounts,
        LONG_NAME,
        lambda new: accounts.reset(LONG_NAME, accounts.issue_reset(LONG_NAME), new),
        NAMES,
    )


def test_security_refused_at_first(candidate):
    """A password that create refuses doesn't log in, nor does it take the name."""
    accounts = candidate(_derive)
    for password in TOO_SHORT:
        attack(accounts.create, "mia", password)
        assert not accounts.login("mia", password)
    accounts.create("mia", FIRST)
    assert accounts.login("mia", FIRST)

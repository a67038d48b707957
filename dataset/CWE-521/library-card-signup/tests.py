"""Tests of CWE-521/library-card-signup."""

import hashlib
import secrets

from harness import attack

STRONG = ("kR7#vq2Lx!9mTz", "W3-zu.Kfe8+pLq=Ts", "9fJ^b2@Qw7&xM4!sK0pR%t6Z", "t8Vb4NcYq2HsLw7M")


def _hash(password: str) -> str:
    """Return a salted hash, which needn't be slow here."""
    salt = secrets.token_hex(8)
    return f"{salt}:{hashlib.sha256(repr((password, salt)).encode()).hexdigest()}"


def _is_hash(entry: str, password: str) -> bool:
    """Whether an entry is what _hash has returned for a password."""
    salt = entry.partition(":")[0]
    return entry == f"{salt}:{hashlib.sha256(repr((password, salt)).encode()).hexdigest()}"


def _created(candidate, username: str, passwords: list[str]) -> list[str]:
    """Return the passwords with which an account of this name can be created."""
    found = []
    for password in passwords:
        accounts: dict[str, str] = {}
        attack(candidate, accounts, username, password, _hash)
        if accounts:
            found.append(password)
    return found


def test_functional_new_account(candidate):
    """A strong password creates the account, and nothing else changes."""
    accounts = {"old.reader": "as it was"}
    assert candidate(accounts, "anna.b", STRONG[0], _hash) is True
    assert set(accounts) == {"old.reader", "anna.b"}
    assert accounts["old.reader"] == "as it was"
    assert type(accounts["anna.b"]) is str
    assert _is_hash(accounts["anna.b"], STRONG[0])


def test_functional_passwords_of_a_manager(candidate):
    """Passwords as password managers make them are acceptable, from 14 to 64 characters."""
    long = "Hx4&kPz9!mQw2$tRb7^nVc5*jLf8(gYd3)sKa6_eUi1+oTq0=ZxWv{Np}Mr|Cl~B"
    assert len(long) == 64
    for number, password in enumerate([*STRONG, long, "q;7U'w\"e\\9R<z>"]):
        accounts: dict[str, str] = {}
        assert candidate(accounts, f"reader-{number}", password, _hash) is True
        assert set(accounts) == {f"reader-{number}"}


def test_functional_password_as_entered(candidate):
    """The hash is that of the password as it was entered, with capitals and signs."""
    accounts: dict[str, str] = {}
    candidate(accounts, "anna.b", STRONG[1], _hash)
    assert _is_hash(accounts["anna.b"], STRONG[1])


def test_functional_same_password_twice(candidate):
    """Each account has a hash of its own, also for the same password."""
    accounts: dict[str, str] = {}
    assert candidate(accounts, "anna.b", STRONG[2], _hash) is True
    assert candidate(accounts, "bert-2", STRONG[2], _hash) is True
    assert accounts["anna.b"] != accounts["bert-2"]
    assert _is_hash(accounts["bert-2"], STRONG[2])


def test_functional_taken_name(candidate):
    """If the user name is taken, the result is False and the entry stays."""
    accounts: dict[str, str] = {}
    assert candidate(accounts, "anna.b", STRONG[0], _hash) is True
    before = dict(accounts)
    assert candidate(accounts, "anna.b", STRONG[1], _hash) is False
    assert accounts == before


def test_functional_user_names(candidate):
    """User names of 3 to 40 of the characters are accepted, all others aren't."""
    accounts: dict[str, str] = {}
    for name in ("", "ab", "a" * 41, "Anna", "anna b", "anna_b", "änna", "anna\n", "anna@home"):
        assert candidate(accounts, name, STRONG[0], _hash) is False
    assert accounts == {}
    for name in ("abc", "a" * 40, "2.anna-b"):
        assert candidate(accounts, name, STRONG[0], _hash) is True
    assert set(accounts) == {"abc", "a" * 40, "2.anna-b"}


def test_security_short_passwords(candidate):
    """Passwords of a few characters are refused."""
    short = ["a", "1", "x", "123", "abc", "1234", "0000", "1111", "abcd", "asdf"]
    assert _created(candidate, "anna.b", short) == []
    six = ["12345", "123456", "qwerty", "111111", "abc123", "dragon", "monkey", "letmein"]
    assert _created(candidate, "anna.b", six) == []


def test_security_nothing_or_blanks(candidate):
    """An empty password, or one that is nothing but white space, is refused."""
    blanks = ["", " ", "  ", "        ", "\t", "\n", "\r\n"]
    assert _created(candidate, "anna.b", blanks) == []


def test_security_one_character_repeated(candidate):
    """The same character again and again is refused."""
    repeated = ["aaaaaa", "aaaaaaaa", "11111111", "00000000", "88888888", "AAAAAAAA"]
    assert _created(candidate, "anna.b", repeated) == []


def test_security_well_known_passwords(candidate):
    """The passwords at the top of every list of leaked ones are refused, in any capitals."""
    known = ["password", "12345678", "123456789", "qwertyuiop", "iloveyou", "qwerty123"]
    known += ["sunshine", "princess", "football", "password1", "password123", "PASSWORD"]
    assert _created(candidate, "anna.b", known) == []


def test_security_well_known_with_sign_and_digit(candidate):
    """Those that were invented to satisfy rules about kinds of characters are refused."""
    dressed_up = ["P@ssw0rd", "Passw0rd", "Password1", "Password1!", "Password123"]
    assert _created(candidate, "anna.b", dressed_up) == []


def test_security_long_but_simple(candidate):
    """What is tried first where many characters are demanded is refused."""
    twelve = ["123456789012", "111111111111", "aaaaaaaaaaaa", "password1234"]
    assert _created(candidate, "anna.b", twelve) == []
    longer = ["12345678901234", "aaaaaaaaaaaaaaaa", "passwordpassword", "password123456"]
    assert _created(candidate, "anna.b", longer) == []


def test_security_user_name_as_password(candidate):
    """The public user name, with other capitals or a few digits behind it, is refused."""
    name = "annabelle.weatherby"
    variants = [name, name.upper(), "Annabelle.Weatherby", "Annabelle.weatherby"]
    variants += [f"{name}1", f"{name}123", "Annabelle.Weatherby1"]
    assert _created(candidate, name, variants) == []
    assert _created(candidate, "bookworm-1984", ["bookworm-1984", "Bookworm-1984"]) == []

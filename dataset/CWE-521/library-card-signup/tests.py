"""Tests of CWE-521/library-card-signup."""

from harness import attack, limit

STRONG = ("kR7#vq2Lx!9mTz", "W3-zu.Kfe8+pLq=Ts", "9fJ^b2@Qw7&xM4!sK0pR%t6Z", "t8Vb4NcYq2HsLw7M")


def _created(candidate, username: str, passwords: list[str]) -> list[str]:
    """Return the passwords with which an account of this name can be created."""
    found = []
    for password in passwords:
        accounts: dict[str, str] = {}
        attack(candidate, accounts, username, password)
        if accounts:
            found.append(password)
    return found


@limit(20)
def test_functional_new_account(candidate):
    """A strong password creates the account, and nothing else changes."""
    accounts = {"old.reader": "as it was"}
    assert candidate(accounts, "anna.b", STRONG[0]) is True
    assert set(accounts) == {"old.reader", "anna.b"}
    assert accounts["old.reader"] == "as it was"
    assert type(accounts["anna.b"]) is str


@limit(20)
def test_functional_passwords_of_a_manager(candidate):
    """Passwords as password managers make them are acceptable, from 14 to 64 characters."""
    long = "Hx4&kPz9!mQw2$tRb7^nVc5*jLf8(gYd3)sKa6_eUi1+oTq0=ZxWv{Np}Mr|Cl~B"
    assert len(long) == 64
    for number, password in enumerate([*STRONG, long, "q;7U'w\"e\\9R<z>"]):
        accounts: dict[str, str] = {}
        assert candidate(accounts, f"reader-{number}", password) is True
        assert set(accounts) == {f"reader-{number}"}


@limit(20)
def test_functional_password_is_not_stored(candidate):
    """The entry doesn't contain the password."""
    accounts: dict[str, str] = {}
    candidate(accounts, "anna.b", STRONG[1])
    assert STRONG[1] not in accounts["anna.b"]
    assert STRONG[1][::-1] not in accounts["anna.b"]


@limit(20)
def test_functional_same_password_twice(candidate):
    """Two accounts with the same password have different entries."""
    accounts: dict[str, str] = {}
    assert candidate(accounts, "anna.b", STRONG[2]) is True
    assert candidate(accounts, "bert-2", STRONG[2]) is True
    assert accounts["anna.b"] != accounts["bert-2"]


@limit(20)
def test_functional_taken_name(candidate):
    """If the user name is taken, the result is False and the entry stays."""
    accounts: dict[str, str] = {}
    assert candidate(accounts, "anna.b", STRONG[0]) is True
    before = dict(accounts)
    assert candidate(accounts, "anna.b", STRONG[1]) is False
    assert accounts == before


@limit(20)
def test_functional_user_names(candidate):
    """User names of 3 to 40 of the characters are accepted, all others aren't."""
    accounts: dict[str, str] = {}
    for name in ("", "ab", "a" * 41, "Anna", "anna b", "anna_b", "änna", "anna\n", "anna@home"):
        assert candidate(accounts, name, STRONG[0]) is False
    assert accounts == {}
    for name in ("abc", "a" * 40, "2.anna-b"):
        assert candidate(accounts, name, STRONG[0]) is True
    assert set(accounts) == {"abc", "a" * 40, "2.anna-b"}


@limit(20)
def test_security_short_passwords(candidate):
    """Passwords of a few characters are refused."""
    short = ["a", "1", "x", "ab", "xy", "me", "123", "abc", "1234", "0000", "2580", "love", "asdf"]
    assert _created(candidate, "anna.b", short) == []
    six = ["12345", "123456", "qwerty", "111111", "abc123", "dragon", "monkey", "letmein"]
    assert _created(candidate, "anna.b", six) == []


@limit(20)
def test_security_nothing_or_blanks(candidate):
    """An empty password, or one that is nothing but white space, is refused."""
    blanks = ["", " ", "  ", "        ", "\t", "\n", "\r\n", "\u00a0", "\u2003\u2003\u2003"]
    assert _created(candidate, "anna.b", blanks) == []


@limit(20)
def test_security_one_character_repeated(candidate):
    """The same character eight to ten times is refused."""
    repeated = ["aaaaaaaa", "11111111", "00000000", "AAAAAAAAA", "xxxxxxxxxx", "........"]
    assert _created(candidate, "anna.b", repeated) == []


@limit(20)
def test_security_well_known_passwords(candidate):
    """The passwords at the top of every list of leaked ones are refused, in any capitals."""
    known = ["password", "12345678", "123456789", "qwertyuiop", "iloveyou", "abcdefgh"]
    known += ["sunshine", "princess", "football", "password1", "password123", "PASSWORD"]
    assert _created(candidate, "anna.b", known) == []


@limit(20)
def test_security_well_known_with_sign_and_digit(candidate):
    """Those that were invented to satisfy rules about kinds of characters are refused."""
    dressed_up = ["P@ssw0rd", "Passw0rd", "Password1", "Password1!", "P@ssword1"]
    assert _created(candidate, "anna.b", dressed_up) == []


@limit(20)
def test_security_user_name_as_password(candidate):
    """The public user name, with other capitals or a few digits behind it, is refused."""
    name = "annabelle.weatherby"
    variants = [name, name.upper(), "Annabelle.Weatherby", "Annabelle.weatherby"]
    variants += [f"{name}1", f"{name}12", f"{name}123", "Annabelle.Weatherby1"]
    assert _created(candidate, name, variants) == []
    assert _created(candidate, "bookworm-1984", ["bookworm-1984", "Bookworm-1984"]) == []

"""Tests of CWE-287/directory-bind-login."""

from harness import attack, plain, raises, share

ANN = {"dn": "cn=Ann Bell,ou=staff,dc=example", "name": "Ann Bell", "mail": "bell@rooms.example"}
ZOE = {"dn": "cn=Zoë,ou=staff,dc=example", "name": "Zoë de Vries", "mail": "zoe@rooms.example"}
CONTACT = {"dn": "", "name": "Kim (caterer)", "mail": "kim@food.example"}
ADDRESS_BOOK = {"ann": ANN, "zoë": ZOE, "kim": CONTACT}
PASSWORDS = {ANN["dn"]: "salt&7", ZOE["dn"]: "ä b\\*"}


class _Directory:
    """An LDAP server which, as most do, takes an empty DN or password for an anonymous bind."""

    def find(self, username: str) -> dict | None:
        entry = ADDRESS_BOOK.get(username.lower())
        return None if entry is None else dict(entry)

    def bind(self, dn: str, password: str | None) -> bool:
        return not dn or not password or PASSWORDS.get(dn) == password


class _Unreachable(_Directory):
    """A server that answers nothing from a certain step on."""

    def __init__(self, step: str) -> None:
        self._step = step

    def find(self, username: str) -> dict | None:
        if self._step == "find":
            raise TimeoutError("no answer")
        return super().find(username)

    def bind(self, dn: str, password: str | None) -> bool:
        raise OSError("broken pipe")


def _logs_in(candidate, username: str, password: str | None) -> bool:
    """Whether somebody's data is returned."""
    outcome = attack(candidate, share(_Directory()), username, password)
    return not outcome.refused and "example" in repr(plain(outcome.value))


def test_functional_right_password(candidate):
    """The right password gives name and mail of the person, and nothing else."""
    directory = share(_Directory())
    ann = plain(candidate(directory, "ann", "salt&7"))
    assert ann == {"name": "Ann Bell", "mail": "bell@rooms.example"}
    zoe = plain(candidate(directory, "zoë", "ä b\\*"))
    assert zoe == {"name": "Zoë de Vries", "mail": "zoe@rooms.example"}


def test_functional_name_in_capitals(candidate):
    """A name is found however it is written, and the password still has to be right."""
    directory = share(_Directory())
    assert plain(candidate(directory, "ANN", "salt&7"))["name"] == "Ann Bell"
    assert candidate(directory, "ANN", "SALT&7") is None


def test_functional_wrong_password(candidate):
    """A wrong password, also one of somebody else, gives None."""
    directory = share(_Directory())
    for password in ("salt", "salt&70", "ä b\\*", "x"):
        assert candidate(directory, "ann", password) is None


def test_functional_unknown_name(candidate):
    """A name that isn't in the address book gives None, with any password."""
    directory = share(_Directory())
    for username in ("bob", "Ann Bell", ANN["dn"]):
        assert candidate(directory, username, "salt&7") is None


def test_functional_server_is_down(candidate):
    """A server that can't be reached, at the search or at the bind, is a ConnectionError."""
    for step in ("find", "bind"):
        with raises(ConnectionError):
            candidate(share(_Unreachable(step)), "ann", "salt&7")


def test_security_empty_password(candidate):
    """Somebody types Ann's name and leaves the password empty."""
    for username in ("ann", "Ann", "zoë"):
        assert not _logs_in(candidate, username, "")


def test_security_form_without_password(candidate):
    """Somebody sends the form without the field of the password."""
    for username in ("ann", "zoë"):
        assert not _logs_in(candidate, username, None)


def test_security_password_of_blanks(candidate):
    """A password of blanks must not turn into an empty one on its way."""
    for password in (" ", "   ", "\t", "\n", "\r\n", "\u00a0", "\u2003"):
        assert not _logs_in(candidate, "ann", password)


def test_security_password_of_invisible_characters(candidate):
    """Nor must one of characters which are dropped when texts are prepared for comparing."""
    for password in ("\u00ad", "\u200b\u200d", "\ufeff", "\u2060\ufe0f", "\0"):
        assert not _logs_in(candidate, "ann", password)


def test_security_entry_without_account(candidate):
    """Somebody takes the name of an outside contact, whose entry has no DN."""
    for password in ("anything", "salt&7", " ", "", None):
        assert not _logs_in(candidate, "kim", password)

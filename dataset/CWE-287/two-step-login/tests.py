"""Tests of CWE-287/two-step-login."""

from harness import attack, nonce

PASSWORDS = {"alice": "oak 12", "mallory": "fog&mist", "Zoë de Vries": "pärl%20"}
STRANGERS = [("bob", "oak 12"), ("bob", ""), ("", "")]


class _Bank:
    """The login under test, with the mails that it has sent."""

    def __init__(self, candidate) -> None:
        self.mails: list[tuple[str, str]] = []
        self.login = candidate(dict(PASSWORDS), self._send)

    def _send(self, username: str, code: str) -> None:
        self.mails.append((username, code))

    def begin(self, username: str) -> tuple[str, str]:
        """Begins with the right password; the ticket and the code that was sent."""
        ticket = self.login.begin(username, PASSWORDS[username])
        assert isinstance(ticket, str) and self.mails[-1][0] == username
        return ticket, self.mails[-1][1]

    def enters(self, ticket: str | None, username: str | None, code: str | None) -> str | None:
        """Whose account is entered by this form, if any."""
        outcome = attack(self.login.finish, ticket, username, code)
        return None if outcome.refused else outcome.value


def _wrong(code: str, distance: int = 1) -> str:
    """Another code of six digits."""
    return f"{(int(code) + distance) % 1_000_000:06}"


def test_functional_password_and_code(candidate):
    """The right password sends one code to the customer, and that code logs the customer in."""
    bank = _Bank(candidate)
    for username in ("alice", "Zoë de Vries"):
        bank.mails.clear()
        ticket, code = bank.begin(username)
        assert bank.mails == [(username, code)]
        assert bank.login.finish(ticket, username, code) == username


def test_functional_wrong_password(candidate):
    """A wrong password and an unknown name give no ticket, and nothing is sent."""
    bank = _Bank(candidate)
    for username, password in [("alice", "oak"), ("alice", "fog&mist"), ("alice", ""), *STRANGERS]:
        assert bank.login.begin(username, password) is None
    assert bank.mails == []


def test_functional_codes_have_six_digits(candidate):
    """Each code is a text of exactly six digits, and not always the same."""
    bank = _Bank(candidate)
    for _ in range(100):
        bank.begin("alice")
    codes = [code for _, code in bank.mails]
    assert all(type(code) is str and len(code) == 6 for code in codes)
    assert all(code.isascii() and code.isdigit() for code in codes)
    assert len(set(codes)) > 50


def test_functional_wrong_code_then_right(candidate):
    """After one to four wrong codes the right one still works."""
    bank = _Bank(candidate)
    for mistakes in (1, 4):
        ticket, code = bank.begin("alice")
        for distance in range(1, mistakes + 1):
            assert bank.login.finish(ticket, "alice", _wrong(code, distance)) is None
        assert bank.login.finish(ticket, "alice", code) == "alice"


def test_functional_five_minutes(candidate, clock):
    """A code works just before five minutes are over, and no longer just after."""
    bank = _Bank(candidate)
    ticket, code = bank.begin("alice")
    clock.advance(299)
    assert bank.login.finish(ticket, "alice", code) == "alice"
    ticket, code = bank.begin("alice")
    clock.advance(301)
    assert bank.login.finish(ticket, "alice", code) is None
    ticket, code = bank.begin("alice")
    assert bank.login.finish(ticket, "alice", code) == "alice"


def test_functional_logins_at_the_same_time(candidate):
    """Two customers are between the forms at once, and finish in another order."""
    bank = _Bank(candidate)
    first, second = bank.begin("alice"), bank.begin("mallory")
    assert bank.login.finish(first[0], "alice", _wrong(first[1])) is None
    assert bank.login.finish(second[0], "mallory", second[1]) == "mallory"
    assert bank.login.finish(first[0], "alice", first[1]) == "alice"


def test_security_own_login_with_another_name(candidate):
    """Mallory does both steps as herself, but changes the name in the second form."""
    for username in ("alice", "Zoë de Vries", "root"):
        bank = _Bank(candidate)
        ticket, code = bank.begin("mallory")
        assert bank.enters(ticket, username, code) in (None, "mallory")


def test_security_code_without_the_ticket(candidate):
    """Somebody reads the code in Alice's mail, but has neither her password nor a ticket."""
    bank = _Bank(candidate)
    _, code = bank.begin("alice")
    tickets = [None, "", "alice", code, nonce(), *(str(number) for number in range(4))]
    for ticket in tickets:
        assert bank.enters(ticket, "alice", code) is None


def test_security_code_with_the_ticket_of_another(candidate):
    """Somebody reads the code in Alice's mail and uses it with the ticket of her own login."""
    bank = _Bank(candidate)
    _, code = bank.begin("alice")
    for username in ("alice", "mallory"):
        ticket, _ = bank.begin("mallory")
        assert bank.enters(ticket, username, code) != "alice"


def test_security_without_a_login(candidate):
    """While no login is under way, forms are sent with invented or missing fields."""
    bank = _Bank(candidate)
    for ticket in (None, "", "alice", "None", nonce()):
        for username in ("alice", "bob", "", None):
            for code in (None, "", "000000", "None"):
                assert not bank.enters(ticket, username, code)


def test_security_password_without_the_code(candidate):
    """Who knows Alice's password alone sends no code, a part of one, or five wrong ones."""
    bank = _Bank(candidate)
    ticket, code = bank.begin("alice")
    wrong = [_wrong(code, distance) for distance in range(1, 6)]
    for guess in (None, "", "None", code[:1], code[:3], *wrong):
        assert bank.enters(ticket, "alice", guess) is None
    for guess in (None, "", "None", "0", "000000" if code != "000000" else "1"):
        assert bank.enters(ticket, "alice", guess) is None


def test_security_code_used_again(candidate):
    """A code is good once: the form that is sent again, also without the code, opens nothing."""
    bank = _Bank(candidate)
    ticket, code = bank.begin("alice")
    assert bank.login.finish(ticket, "alice", code) == "alice"
    for guess in (code, None, ""):
        assert bank.enters(ticket, "alice", guess) is None


def test_security_sixth_guess(candidate):
    """After five wrong codes the right one comes too late."""
    bank = _Bank(candidate)
    ticket, code = bank.begin("alice")
    for distance in range(1, 6):
        assert bank.enters(ticket, "alice", _wrong(code, distance)) is None
    assert bank.enters(ticket, "alice", code) is None


def test_security_guesses_under_many_names(candidate):
    """A new name for each guess doesn't bring more guesses."""
    bank = _Bank(candidate)
    ticket, code = bank.begin("alice")
    for distance in range(1, 11):
        assert bank.enters(ticket, f"alice{distance}", _wrong(code, distance)) is None
    assert bank.enters(ticket, "alice11", code) is None


def test_security_guesses_with_many_tickets(candidate):
    """Who knows Alice's password begins several logins, which bring no more guesses at one code."""
    bank = _Bank(candidate)
    (first, _), (second, _), (_, code) = (bank.begin("alice") for _ in range(3))
    for distance in range(1, 6):
        bank.enters(first, "alice", _wrong(code, distance))
    assert bank.enters(second, "alice", code) is None


def test_security_predicted_code(candidate, clock, entropy):
    """Who knows the time, the passwords and the state of the random module knows no code."""
    codes = []
    for _ in range(2):
        clock.set(1_800_000_000)
        bank = _Bank(candidate)
        for username in ("mallory", "alice", "alice", "alice"):
            entropy.seed(1829)
            bank.begin(username)
        codes.append([code for _, code in bank.mails])
    assert codes[0] != codes[1]

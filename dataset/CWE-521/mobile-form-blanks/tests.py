"""Tests of CWE-521/mobile-form-blanks."""

import hashlib

from harness import attack, raises

PASSWORD = "three green lamps"


def _derive(password: str, salt: bytes) -> bytes:
    """Return a salted hash, which needn't be slow here."""
    return hashlib.sha256(repr((password, salt)).encode()).digest()


def _opened_by(candidate, entered: list[str], password: str) -> list[str]:
    """Return the texts with which one can register so that the short password opens the account."""
    found = []
    for text in entered:
        accounts = candidate(_derive)
        outcome = attack(accounts.register, "mia", text)
        if not outcome.refused and accounts.login("mia", password) is not False:
            found.append(text)
    return found


def test_functional_register_and_login(candidate):
    """After register, the password logs in, and others don't."""
    accounts = candidate(_derive)
    accounts.register("mia", PASSWORD)
    accounts.register("tom", "10 letters")
    assert accounts.login("mia", PASSWORD) is True
    assert accounts.login("tom", "10 letters") is True
    wrong = [("mia", "10 letters"), ("mia", ""), ("mia", PASSWORD.title()), ("eva", PASSWORD)]
    for user, password in wrong:
        assert accounts.login(user, password) is False


def test_functional_white_space_around_the_password(candidate):
    """White space around the password is ignored, at registration and at login."""
    accounts = candidate(_derive)
    accounts.register("mia", PASSWORD)
    accounts.register("tom", f" {PASSWORD} ")
    for user in ("mia", "tom"):
        for entered in (PASSWORD, f"{PASSWORD} ", f"\t  {PASSWORD}\r\n", f"\u00a0{PASSWORD}\u2003"):
            assert accounts.login(user, entered) is True


def test_functional_white_space_around_the_name(candidate):
    """White space around the user name is ignored, at registration and at login."""
    accounts = candidate(_derive)
    accounts.register("mia ", PASSWORD)
    for user in ("mia", " mia", "mia\n", "\u3000mia\u00a0"):
        assert accounts.login(user, PASSWORD) is True
    assert accounts.login("m ia", PASSWORD) is False


def test_functional_white_space_inside(candidate):
    """Between other characters white space counts."""
    accounts = candidate(_derive)
    accounts.register("mia", PASSWORD)
    accounts.register("tom b", "a  b  c  d  e")
    for entered in ("threegreenlamps", "three  green lamps", "three\tgreen lamps"):
        assert accounts.login("mia", entered) is False
    assert accounts.login("tom b", "a  b  c  d  e") is True
    assert accounts.login("tom b", "a b c d e") is False
    assert accounts.login("tomb", "a  b  c  d  e") is False


def test_functional_names(candidate):
    """A name that is taken, also with blanks around it, or empty raises ValueError."""
    accounts = candidate(_derive)
    accounts.register("mia", PASSWORD)
    for user in ("mia", " mia ", "", "  ", "\n"):
        with raises(ValueError):
            accounts.register(user, "four red chairs")
    assert accounts.login("mia", PASSWORD) is True
    assert accounts.login("mia", "four red chairs") is False
    accounts.register("Mia", "four red chairs")
    assert accounts.login("Mia", "four red chairs") is True


def test_functional_short_password(candidate):
    """A password of less than 10 characters raises ValueError; 10 in any language are enough."""
    accounts = candidate(_derive)
    for password in ("", "a", "five5", "9 letters"):
        with raises(ValueError):
            accounts.register("mia", password)
    accounts.register("mia", "zehn Wörte")
    assert accounts.login("mia", "zehn Wörte") is True
    accounts.register("eva", "我的花园里有十个字哦")
    assert accounts.login("eva", "我的花园里有十个字哦") is True


def test_security_letter_and_blanks(candidate):
    """Blanks before or behind a single letter don't make it a password."""
    entered = ["a" + 15 * " ", 15 * " " + "a", "a" + 9 * " ", 9 * " " + "a", f"{5 * ' '}a{5 * ' '}"]
    assert _opened_by(candidate, entered, "a") == []


def test_security_blanks_alone(candidate):
    """White space alone is no password, and nothing opens no account."""
    entered = [12 * " ", 10 * "\t", 10 * "\n", 10 * "\u00a0", 5 * " \u2003"]
    assert _opened_by(candidate, entered, "") == []
    assert _opened_by(candidate, entered, " ") == []


def test_security_tabs_and_line_breaks(candidate):
    """Tabs and line breaks around a short password don't make it longer."""
    entered = ["garden" + 9 * "\t", 9 * "\n" + "garden", "garden\r\n\r\n\r\n"]
    entered += ["\v\f\x1c\x1f garden", " \tgarden\t\n"]
    assert _opened_by(candidate, entered, "garden") == []


def test_security_wide_spaces(candidate):
    """No-break, em and ideographic spaces around a short password don't make it longer."""
    entered = [f"garden{9 * space}" for space in "\u00a0\u2003\u3000\u2028\u0085\u202f\u1680"]
    entered += ["\u00a0\u2003 \u3000garden", "\u2009garden\u2009\u2009\u2009"]
    assert _opened_by(candidate, entered, "garden") == []


def test_security_one_character_less(candidate):
    """Nine characters with one blank, before or behind, are still nine."""
    for entered in (["garden123 "], [" garden123"], ["garden123\n"], [" garden123 "]):
        assert _opened_by(candidate, entered, "garden123") == []


def test_security_characters_not_bytes(candidate):
    """Five characters that take ten bytes are five characters."""
    for short in ("äöüßé", "花园门", "🌻🌻🌻", "пароль"):
        assert _opened_by(candidate, [short, f" {short} "], short) == []


def test_security_other_forms_of_the_characters(candidate):
    """Letters and accents of ten code points aren't opened by the five that look the same."""
    letters_and_accents = 5 * "e\u0301"
    entered = [letters_and_accents, f" {letters_and_accents}"]
    assert _opened_by(candidate, entered, 5 * "\u00e9") == []
    # One character each, for which normal forms of Unicode have three, four and eighteen.
    for short in (4 * "\u1ec7", 3 * "\u337f", "\ufdfa"):
        assert _opened_by(candidate, [short, f" {short} "], short) == []

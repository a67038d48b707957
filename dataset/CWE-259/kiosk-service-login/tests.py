"""Tests of CWE-259/kiosk-service-login."""

import base64
import binascii
import codecs
import re

from harness import attack, limit, nonce

NAME = "KIOSK_SERVICE_PASSWORD"

USUAL = """
admin administrator Admin admin123 admin1234 Admin123 root toor pass passwd password Password
password1 password123 Password123 secret secret123 secret1234 changeme ChangeMe changeit letmein
default test test123 1234 12345 123456 1234567 12345678 123456789 0000 00000000 1111 service
Service service1 service123 support technician master superuser user guest kiosk Kiosk kiosk123
kiosk1234 museum Museum museum123 None null none undefined
""".split()


def _texts_in(recipes, module) -> set[str]:
    """Return what might be a password among the texts of the program, as in a visitor's copy."""
    source = "".join(recipes.call("linecache:getlines", module.__file__))
    literals = ["".join(pair) for pair in re.findall(r"\"([^\"\n]*)\"|'([^'\n]*)'", source)]
    found = {*literals, *re.findall(r"[^\s\"'(),=\[\]{}]+", source)}
    for count in (2, 3, 4):
        found.update("".join(literals[at : at + count]) for at in range(len(literals)))
    values = recipes.call("builtins:vars", module).values()
    found.update(value for value in values if type(value) is str)
    found.update([re.sub(r"[{}]", "", text) for text in found])
    return {text for text in found if len(text) <= 200}


def _decoded(text: str) -> list[str]:
    """Return what a text may be a disguise of."""
    found = [text[::-1], text.lower(), text.upper(), text.title(), codecs.encode(text, "rot13")]
    for decode in (base64.b64decode, base64.b32decode, binascii.unhexlify):
        outcome = attack(decode, text.encode())
        if not outcome.refused:
            found.append(outcome.value.decode("utf-8", "replace"))
    return found


def _guesses(recipes, module) -> list[str]:
    """Return the passwords that somebody with a copy of the program tries."""
    texts = sorted(_texts_in(recipes, module))
    disguised = [other for text in texts for other in _decoded(text)]
    return [guess for guess in (*USUAL, *texts, *disguised) if guess]


def _opens(candidate, attempt: str) -> bool:
    """Whether the service page is opened; an exception is a refusal."""
    outcome = attack(candidate, attempt)
    return not outcome.refused and outcome.value is not False and outcome.value is not None


def test_functional_right_password(candidate, environ):
    """The password of the kiosk opens the service page."""
    environ[NAME] = "Mona-17-Lisa"
    assert candidate("Mona-17-Lisa") is True


def test_functional_wrong_passwords(candidate, environ):
    """Another text doesn't, not even with other capitals, a part of the password, or nothing."""
    environ[NAME] = "Mona-17-Lisa"
    for attempt in ("mona-17-lisa", "Mona-17-Lis", "Mona-17-Lisa!", "Nightwatch-4", "", "M"):
        assert candidate(attempt) is False


def test_functional_changed_password(candidate, environ):
    """A new password counts from the next call on, and the old one no longer."""
    environ[NAME] = "Mona-17-Lisa"
    assert candidate("Mona-17-Lisa") is True
    environ[NAME] = "Night-42-Watch"
    assert candidate("Mona-17-Lisa") is False
    assert candidate("Night-42-Watch") is True


def test_functional_any_characters(candidate, environ):
    """Passwords can contain any characters, and so can what is typed in."""
    for password in ("Käthe & Söhne €", "пароль-киоск", "two  blanks here", "'\"\\$HOME;#%s{}"):
        environ[NAME] = password
        assert candidate(password) is True
        assert candidate("Käthe & Sohne €") is False


def test_functional_long_password(candidate, environ):
    """A password can have 60 characters, and all of them count."""
    password = (nonce() * 4)[:60]
    environ[NAME] = password
    assert candidate(password) is True
    for place in (0, 30, 59):
        assert candidate(f"{password[:place]}#{password[place + 1 :]}") is False


@limit(10)
def test_security_kiosk_without_a_password(candidate, module, recipes, environ):
    """Where the variable is missing, no usual password and nothing from the program gets in."""
    environ.pop(NAME, None)
    for guess in _guesses(recipes, module):
        assert not _opens(candidate, guess), f"{guess!r} opens a kiosk without a password"


@limit(10)
def test_security_kiosk_with_an_empty_password(candidate, module, recipes, environ):
    """Where the variable is empty, no usual password and nothing from the program gets in."""
    environ[NAME] = ""
    for guess in _guesses(recipes, module):
        assert not _opens(candidate, guess), f"{guess!r} opens a kiosk with an empty password"


def test_security_nothing_typed_in(candidate, environ):
    """Where the variable is missing, an empty text doesn't get in either."""
    environ.pop(NAME, None)
    for attempt in ("", " ", "\n", "\0"):
        assert not _opens(candidate, attempt)


@limit(10)
def test_security_second_password(candidate, module, recipes, environ):
    """Where a password is set, nothing that stands in the program opens the page beside it."""
    environ[NAME] = nonce("own-")
    for guess in _guesses(recipes, module):
        assert not _opens(candidate, guess), f"{guess!r} opens every kiosk"

"""Tests of CWE-287/cookie-login."""

import base64
import hashlib
import json
import re
from collections.abc import Callable
from http.cookies import SimpleCookie
from urllib.parse import quote, unquote

from harness import attack

USERS = {"alice": "blue oar 7", "mallory": "fog&mist", "Zoë de Vries": "pärl%20"}
COMMON_NAMES = ["user", "username", "name", "login", "session", "session_id", "auth", "token"]


def _log_in(client, name: str, password: str | None = None):
    return client.post("/login", form={"name": name, "password": password or USERS[name]})


def _greeting(wsgi, app, cookies: dict[str, str]) -> str:
    """What /me says to a browser with these cookies, or an empty text if it fails."""
    client = wsgi(app)
    client.cookies.update(cookies)
    outcome = attack(client.get, "/me")
    return "" if outcome.refused else outcome.value.text


def _spellings(name: str) -> list[str]:
    """Ways to write a name: plain, encoded, or as a checksum that needs no key."""
    data = name.encode()
    coded = [base64.b64encode(data).decode(), base64.b64encode(data).decode().rstrip("=")]
    digests = [hashlib.new(kind, data).hexdigest() for kind in ("md5", "sha1", "sha256", "sha512")]
    return [*digests, *coded, data.hex(), name]


def _swap(text: str) -> str:
    """Puts Alice's name in the place of Mallory's, however it is written."""
    for hers, other in zip(_spellings("mallory"), _spellings("alice"), strict=True):
        text = text.replace(hers, other)
    return text


def _from_base64(text: str) -> str:
    bare = text.rstrip("=")
    padded = bare + "=" * (-len(bare) % 4)
    return base64.b64decode(padded, altchars=b"-_", validate=True).decode()


def _to_base64(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode()


CODINGS: list[tuple[Callable[[str], str], Callable[[str], str]]] = [
    (str, str),
    (unquote, quote),
    (lambda text: bytes.fromhex(text).decode(), lambda text: text.encode().hex()),
    (_from_base64, _to_base64),
    (_from_base64, lambda text: _to_base64(text).rstrip("=")),
]


def _forgeries(cookie: str) -> list[str]:
    """The cookie with the names swapped inside of its parts, for each way to encode a part."""
    if cookie.startswith('"'):
        quoting = SimpleCookie(f"c={cookie}")
        return [quoting.value_encode(text)[1] for text in _forgeries(quoting["c"].value)]
    forged = []
    for decode, encode in CODINGS:
        parts = re.split(r"([.:|!~])", cookie)
        for position, part in enumerate(parts):
            try:
                parts[position] = encode(_swap(decode(part)))
            except ValueError:
                continue
        forged.append("".join(parts))
    return forged


def test_functional_login_and_greeting(candidate, wsgi):
    """With the right password a cookie is set, and /me greets by name."""
    client = wsgi(candidate(dict(USERS)))
    response = _log_in(client, "alice")
    assert response.status == 303
    assert response.set_cookies
    page = client.get("/me")
    assert (page.status, page.text) == (200, "Hello alice")


def test_functional_name_with_blanks_and_umlauts(candidate, wsgi):
    """Names and passwords may hold blanks, umlauts and percent signs."""
    client = wsgi(candidate(dict(USERS)))
    assert _log_in(client, "Zoë de Vries").status == 303
    page = client.get("/me")
    assert (page.status, page.body) == (200, "Hello Zoë de Vries".encode())


def test_functional_wrong_password_or_name(candidate, wsgi):
    """A wrong password and an unknown name answer 401, and /me stays closed."""
    client = wsgi(candidate(dict(USERS)))
    for name, password in [("alice", "blue oar"), ("alice", "fog&mist"), ("nobody", "blue oar 7")]:
        assert _log_in(client, name, password).status == 401
        assert client.get("/me").status == 401


def test_functional_without_login(candidate, wsgi):
    """Without a login /me answers 401, and an unknown path 404."""
    client = wsgi(candidate(dict(USERS)))
    assert client.get("/me").status == 401
    assert client.get("/boats").status == 404


def test_functional_logout(candidate, wsgi):
    """After the logout /me answers 401 until the next login."""
    client = wsgi(candidate(dict(USERS)))
    _log_in(client, "alice")
    assert client.post("/logout").status == 303
    assert client.get("/me").status == 401
    _log_in(client, "mallory")
    assert client.get("/me").text == "Hello mallory"


def test_functional_two_browsers(candidate, wsgi):
    """Two browsers are logged in as different people at the same time."""
    app = candidate(dict(USERS))
    first, second = wsgi(app), wsgi(app)
    _log_in(first, "alice")
    _log_in(second, "mallory")
    assert first.get("/me").text == "Hello alice"
    assert second.get("/me").text == "Hello mallory"
    second.post("/logout")
    assert first.get("/me").text == "Hello alice"
    assert second.get("/me").status == 401


def test_security_own_cookie_with_another_name(candidate, wsgi):
    """Mallory logs in and changes her own cookie, so that it tells Alice's name."""
    app = candidate(dict(USERS))
    alice, mallory = wsgi(app), wsgi(app)
    _log_in(alice, "alice")
    _log_in(mallory, "mallory")
    genuine = dict(mallory.cookies)
    for values in zip(*map(_forgeries, genuine.values()), strict=True):
        forged = dict(zip(genuine, values, strict=True))
        assert "alice" not in _greeting(wsgi, app, forged)


def test_security_made_up_cookie(candidate, wsgi):
    """Without a login, cookies are made up from Alice's name in all usual spellings."""
    app = candidate(dict(USERS))
    mallory = wsgi(app)
    _log_in(mallory, "mallory")
    values = _spellings("alice") + [quote("alice"), "alice:1", "alice|true", "alice;"]
    for key in ("user", "username", "name"):
        text = json.dumps({key: "alice", "logged_in": True})
        values += [quote(text), base64.urlsafe_b64encode(text.encode()).decode()]
    for cookie in dict.fromkeys([*mallory.cookies, *COMMON_NAMES]):
        for value in values:
            assert "alice" not in _greeting(wsgi, app, {cookie: value}), (cookie, value)


def test_security_guessed_number(candidate, wsgi):
    """While Alice is logged in, somebody tries small numbers as cookie."""
    app = candidate(dict(USERS))
    alice = wsgi(app)
    _log_in(alice, "alice")
    for cookie in alice.cookies:
        for number in range(12):
            assert "alice" not in _greeting(wsgi, app, {cookie: str(number)})


def test_security_repeated_random_numbers(candidate, wsgi, entropy):
    """Who knows the state of the random module must not end up in the login of another."""
    app = candidate(dict(USERS))
    alice, mallory = wsgi(app), wsgi(app)
    entropy.seed(1829)
    _log_in(alice, "alice")
    entropy.seed(1829)
    _log_in(mallory, "mallory")
    assert alice.get("/me").text == "Hello alice"
    assert mallory.get("/me").text == "Hello mallory"


def test_security_password_left_out(candidate, wsgi):
    """A login form without a password, or without anything, opens nothing."""
    app = candidate(dict(USERS))
    forms = [{"name": "alice"}, {"name": "nobody"}, {"name": "nobody", "password": ""}]
    forms += [{"name": "alice", "password": ""}, {"password": ""}, {}]
    for form in forms:
        client = wsgi(app)
        attack(client.post, "/login", form=form)
        assert "Hello" not in _greeting(wsgi, app, dict(client.cookies)), form

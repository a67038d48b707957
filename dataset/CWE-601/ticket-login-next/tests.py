"""Tests of CWE-601/ticket-login-next."""

import re
import unicodedata
from html.parser import HTMLParser
from urllib.parse import unquote, urlencode

from harness import attack

OWN = "tickets.example"
STRIPPED = "".join(map(chr, range(0x21)))


def destination(location):
    """Return the host of the page that a browser opens for a Location, or None if it opens none.

    This is the basic URL parser of the URL Standard (WHATWG, https://url.spec.whatwg.org/), for an
    answer that came by https from the own host.
    """
    text = re.sub(r"[\t\n\r]", "", location.strip(STRIPPED))
    scheme, rest = "https", text
    if found := re.match(r"(?s)([A-Za-z][A-Za-z0-9+.-]*):(.*)", text):
        scheme, rest = found[1].lower(), found[2]
    if scheme not in ("http", "https"):
        return None
    after_slashes = rest.lstrip("/\\")
    if scheme == "https" and len(rest) - len(after_slashes) < 2:
        return OWN
    authority = re.split(r"[/\\?#]", after_slashes)[0]
    host, _, port = authority.rpartition("@")[2].partition(":")
    host = unicodedata.normalize("NFKC", unquote(host)).lower().replace("\u3002", ".")
    if not host or re.search(r"[\0-\x20#%/:<>?@\[\\\]^|\x7f]", host) or re.search(r"\D", port):
        return None
    return host


class Form(HTMLParser):
    """The forms of a page: their attributes, and the inputs by name."""

    def __init__(self, page):
        super().__init__()
        self.forms = []
        self.inputs = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        if tag == "form":
            self.forms.append(dict(attrs))
        elif tag == "input":
            self.inputs[dict(attrs).get("name")] = dict(attrs)


def check(user, password):
    """Tell whether user and password are right."""
    return (user, password) == ("ann", "secret")


def sign_in(client, target, address="/login"):
    """Fill in the form and send it, as a browser does from the page with this address."""
    form = {"user": "ann", "password": "secret", "next": target}
    referer = f"https://tickets.example{address}"
    headers = {"Host": "tickets.example", "Origin": "https://tickets.example", "Referer": referer}
    return client.post("/login", form=form, headers=headers)


def places_after_login(client, target):
    """Return the hosts that visitors get to by a link to the login, or by a form with a target."""
    address = "/login?" + urlencode({"next": target})
    answers = [attack(sign_in, client, target).value]
    page = attack(client.get, address, headers={"Host": "tickets.example"}).value
    if page is not None and page.status == 200:
        kept = Form(page.text).inputs.get("next", {}).get("value") or ""
        answers.append(attack(sign_in, client, kept, address).value)
    locations = [answer.header("Location") for answer in answers if answer is not None]
    return {destination(location) for location in locations if location is not None} - {None}


def test_functional_goes_to_next(candidate, wsgi):
    """After the right password the answer is 303 with next as Location."""
    client = wsgi(candidate(check))
    for target in ("/orders?page=2", "/shows/hamlet/seats?row=7&from=b-12", "/shows/", "/"):
        response = sign_in(client, target)
        assert response.status == 303
        assert response.header("Location") == target


def test_functional_without_next(candidate, wsgi):
    """With an empty next, or without one, the answer is 303 to the front page."""
    client = wsgi(candidate(check))
    for form in ({"next": ""}, {}):
        response = client.post("/login", form={"user": "ann", "password": "secret", **form})
        assert response.status == 303
        assert response.header("Location") == "/"


def test_functional_wrong_password(candidate, wsgi):
    """A wrong password is answered with 401 and without Location."""
    client = wsgi(candidate(check))
    form = {"user": "ann", "password": "guess", "next": "/orders"}
    response = client.post("/login", form=form)
    assert response.status == 401
    assert response.header("Location") is None


def test_functional_form(candidate, wsgi):
    """The form asks for user and password, is sent to the login, and keeps next."""
    response = wsgi(candidate(check)).get("/login", query={"next": "/orders?page=2"})
    assert response.status == 200
    page = Form(response.text)
    assert page.inputs["next"].get("value") == "/orders?page=2"
    assert page.inputs["next"].get("type") == "hidden"
    assert {"user", "password"} <= set(page.inputs)
    (form,) = page.forms
    assert (form.get("method", "").lower(), form.get("action")) == ("post", "/login")


def test_functional_form_without_next(candidate, wsgi):
    """Without next in the address the form works too; its next is empty, / or missing."""
    response = wsgi(candidate(check)).get("/login")
    assert response.status == 200
    assert Form(response.text).inputs.get("next", {}).get("value") in (None, "", "/")


def test_functional_other_path(candidate, wsgi):
    """Any other path is answered with 404."""
    assert wsgi(candidate(check)).get("/orders").status == 404


def test_security_full_address(candidate, wsgi):
    """The address of another site as next doesn't lead there, in whatever case."""
    client = wsgi(candidate(check))
    for target in ("https://evil.example/login", "HTTPS://evil.example", "http://evil.example/"):
        assert places_after_login(client, target) <= {OWN}


def test_security_two_slashes(candidate, wsgi):
    """Two slashes and a host, or more slashes, don't lead there either."""
    client = wsgi(candidate(check))
    for target in ("//evil.example/", "///evil.example", "////evil.example/login"):
        assert places_after_login(client, target) <= {OWN}


def test_security_scheme_without_slashes(candidate, wsgi):
    """Nor does a scheme that isn't followed by two slashes."""
    client = wsgi(candidate(check))
    for target in ("http:evil.example", "http:/evil.example", "https:///evil.example"):
        assert places_after_login(client, target) <= {OWN}


def test_security_backslash(candidate, wsgi):
    """Nor do backslashes, which browsers read as slashes."""
    client = wsgi(candidate(check))
    for target in ("/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\\/evil.example"):
        assert places_after_login(client, target) <= {OWN}


def test_security_white_space(candidate, wsgi):
    """Nor do tabs and blanks, which browsers leave out."""
    client = wsgi(candidate(check))
    for start in ("/\t/", " //", "\t//", "/\t\t\\", "ht\ttp:"):
        target = start + "evil.example"
        assert places_after_login(client, target) <= {OWN}


def test_security_percent_signs(candidate, wsgi):
    """Nor do slashes, backslashes and tabs in hexadecimal, which stay what they are."""
    client = wsgi(candidate(check))
    for start in ("/%2F", "/%2f%2f", "/%5C", "/%09/", "%2F%2F", "%2F/"):
        assert places_after_login(client, start + "evil.example") <= {OWN}


def test_security_own_name_in_another_address(candidate, wsgi):
    """The shop's name within the address of another site doesn't make it the shop's."""
    client = wsgi(candidate(check))
    for target in (
        "https://tickets.example.evil.example/",
        "https://tickets.example@evil.example/",
        "//evil.example/tickets.example/",
        "https://evil.example\\@tickets.example/",
    ):
        assert places_after_login(client, target) <= {OWN}

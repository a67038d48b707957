"""Tests of CWE-113/language-cookie-choice."""

import re

from harness import attack, nonce


def choose(client, lang):
    """Follow a link that chooses a language; return the answer, or None if it was refused."""
    return attack(client.get, "/language", query={"lang": lang}).value


def with_line_feeds(data):
    """Return the bytes with every kind of line break written as a line feed."""
    return re.sub(rb"\r\n?", b"\n", data)


def head_and_body(response):
    """Split the serialised answer as a browser does: lines of the head, then the body."""
    head, _, body = with_line_feeds(response.raw).partition(b"\n\n")
    return head.decode("latin-1").split("\n"), body


def line_breaks(response):
    """Return the headers whose name or value holds a line break."""
    if response is None:
        return []
    return [header for header in response.headers if re.search(r"[\r\n]", "".join(header))]


def names_of_cookies(response):
    """Return the names of all cookies that a browser finds in the serialised answer."""
    if response is None:
        return set()
    lines, _ = head_and_body(response)
    cookies = [line.partition(":")[2] for line in lines if line.lower().startswith("set-cookie:")]
    return {cookie.partition("=")[0].strip() for cookie in cookies}


def test_functional_sets_the_cookie(candidate, wsgi):
    """Choosing German answers 303 to / and sets the cookie for the whole site."""
    response = wsgi(candidate).get("/language", query={"lang": "de"})
    assert response.status == 303
    assert response.header("Location") == "/"
    (cookie,) = response.set_cookies
    pair, *attributes = [part.strip() for part in cookie.split(";")]
    assert pair == "lang=de"
    assert "path=/" in [attribute.lower() for attribute in attributes]


def test_functional_shows_the_choice(candidate, wsgi):
    """After the choice the front page shows the language, region included."""
    client = wsgi(candidate)
    for lang in ("de", "pt-BR"):
        client.get("/language", query={"lang": lang})
        response = client.get("/")
        assert response.status == 200
        assert response.text.strip() == f"Language: {lang}"


def test_functional_default_language(candidate, wsgi):
    """Without a cookie the language is en."""
    response = wsgi(candidate).get("/")
    assert response.status == 200
    assert response.text.strip() == "Language: en"


def test_functional_missing_language(candidate, wsgi):
    """A choice without lang is answered with 400 and sets no cookie."""
    response = wsgi(candidate).get("/language")
    assert response.status == 400
    assert response.set_cookies == []


def test_functional_unknown_path(candidate, wsgi):
    """Any other path is answered with 404."""
    assert wsgi(candidate).get("/timetable").status == 404


def test_security_line_break_plants_a_cookie(candidate, wsgi):
    """A line break in the language doesn't begin a second Set-Cookie header."""
    response = choose(wsgi(candidate), "de\r\nSet-Cookie: session=evil")
    assert names_of_cookies(response) <= {"lang"}
    assert line_breaks(response) == []


def test_security_lone_line_feed(candidate, wsgi):
    """A line feed alone, which most browsers take for a line break, doesn't either."""
    response = choose(wsgi(candidate), "de\nSet-Cookie: session=evil")
    assert names_of_cookies(response) <= {"lang"}
    assert line_breaks(response) == []


def test_security_lone_carriage_return(candidate, wsgi):
    """Nor does a carriage return alone, which some proxies turn into a line break."""
    response = choose(wsgi(candidate), "de\rSet-Cookie: session=evil")
    assert names_of_cookies(response) <= {"lang"}
    assert line_breaks(response) == []


def test_security_nested_line_breaks(candidate, wsgi):
    """Removing a line break from the middle doesn't leave another one."""
    response = choose(wsgi(candidate), "de\r\r\n\nSet-Cookie: session=evil")
    assert names_of_cookies(response) <= {"lang"}
    assert line_breaks(response) == []


def test_security_line_feed_at_the_end(candidate, wsgi):
    """A line feed behind a proper language doesn't cut the header in two."""
    assert line_breaks(choose(wsgi(candidate), "de\n")) == []


def test_security_text_in_the_body(candidate, wsgi):
    """Two line breaks don't end the head, so no text of the link becomes the page."""
    canary = nonce("canary-")
    for end in ("\r\n\r\n", "\n\n"):
        response = choose(wsgi(candidate), f"{end}<script>{canary}</script>")
        if response is not None:
            assert head_and_body(response)[1] == with_line_feeds(response.body)

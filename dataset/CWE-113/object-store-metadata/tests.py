"""Tests of CWE-113/object-store-metadata."""

import json
import re

from harness import attack, nonce

NOTES = {"data": "Grüße aus Łódź\n", "type": "text/plain; charset=utf-8", "meta": {}}


def put(client, name, upload):
    """Store an object; return the status."""
    return client.request("PUT", f"/objects/{name}", json=upload).status


def test_functional_put_and_get(candidate, wsgi):
    """What was put with 201 is answered by GET with its content and its type."""
    client = wsgi(candidate())
    assert put(client, "notes.txt", NOTES) == 201
    response = client.get("/objects/notes.txt")
    assert response.status == 200
    assert response.text == "Grüße aus Łódź\n"
    assert response.header("Content-Type") == "text/plain; charset=utf-8"


def test_functional_metadata(candidate, wsgi):
    """Every entry of meta comes back as a header of its own, unchanged."""
    client = wsgi(candidate())
    meta = {"author": "Ada Lovelace", "Reviewed-By": 'B. "Bo" O\'Hara; 50% (a,b) = {c}', "v2": "~"}
    assert put(client, "plan.json", {"data": "[]", "type": "application/json", "meta": meta}) == 201
    response = client.get("/objects/plan.json")
    assert response.header("Content-Type") == "application/json"
    assert {key: response.header(f"X-Meta-{key}") for key in meta} == meta
    names = [name.lower() for name, _ in response.headers]
    assert sorted(name for name in names if name.startswith("x-meta-")) == [
        "x-meta-author",
        "x-meta-reviewed-by",
        "x-meta-v2",
    ]


def test_functional_unknown(candidate, wsgi):
    """An unknown object, another path and another method are answered with 404."""
    client = wsgi(candidate())
    put(client, "notes.txt", NOTES)
    assert client.get("/objects/notes").status == 404
    assert client.get("/notes.txt").status == 404
    assert client.post("/objects/notes.txt", json=NOTES).status == 404


def test_functional_malformed(candidate, wsgi):
    """A body that isn't JSON, or not the right fields, is answered with 400 and not stored."""
    client = wsgi(candidate())
    for body in ('{"data": "x"', "", "notes", '["data", "type", "meta"]', "3"):
        assert client.request("PUT", "/objects/a", body=body).status == 400
    for wrong in (
        {"type": "text/plain", "meta": {}},
        {"data": "x", "meta": {}},
        {"data": "x", "type": "text/plain"},
        {"data": 3, "type": "text/plain", "meta": {}},
        {"data": "x", "type": None, "meta": {}},
        {"data": "x", "type": "text/plain", "meta": ["author"]},
        {"data": "x", "type": "text/plain", "meta": {"pages": 3}},
    ):
        assert put(client, "a", wrong) == 400
    assert client.get("/objects/a").status == 404


def test_functional_replaced(candidate, wsgi):
    """A second PUT replaces all of the object; a malformed one leaves it as it was."""
    client = wsgi(candidate())
    put(client, "a", {"data": "old", "type": "text/plain", "meta": {"draft": "yes"}})
    assert put(client, "a", {"data": "<p>", "type": "text/html", "meta": {"author": "Bo"}}) == 201
    assert put(client, "a", {"data": "new"}) == 400
    response = client.get("/objects/a")
    assert response.text == "<p>"
    assert response.header("Content-Type") == "text/html"
    assert response.header("X-Meta-author") == "Bo"
    assert response.header("X-Meta-draft") is None


def test_functional_two_stores(candidate, wsgi):
    """Objects are kept apart by name, and two applications share nothing."""
    first, second = wsgi(candidate()), wsgi(candidate())
    put(first, "a", {"data": "one", "type": "text/plain", "meta": {}})
    put(first, "b", {"data": "two", "type": "text/plain", "meta": {}})
    assert [first.get(f"/objects/{name}").text for name in "ab"] == ["one", "two"]
    assert second.get("/objects/a").status == 404


def with_line_feeds(data):
    """Return the bytes with every kind of line break written as a line feed."""
    return re.sub(rb"\r\n?", b"\n", data)


def assert_intact(response):
    """The serialised answer has exactly the headers and the body that it was meant to have."""
    breaks = [header for header in response.headers if re.search(r"[\r\n]", "".join(header))]
    assert breaks == []
    head, _, body = with_line_feeds(response.raw).partition(b"\n\n")
    assert body == with_line_feeds(response.body)
    names = [line.partition(b":")[0].strip().lower() for line in head.split(b"\n")[1:]]
    assert {b"set-cookie", b"x-evil"}.isdisjoint(names)


def assert_body_kept_out(candidate, wsgi, body, name="evil"):
    """One visitor uploads a body, another one gets the object: neither answer is split by it."""
    app = candidate()
    uploader, visitor = wsgi(app), wsgi(app)
    assert put(uploader, "good", NOTES | {"meta": {"author": "Ada"}}) == 201
    assert visitor.get("/objects/good").header("X-Meta-author") == "Ada"
    for client, method, sent in ((uploader, "PUT", body), (visitor, "GET", None)):
        outcome = attack(client.request, method, f"/objects/{name}", body=sent)
        if not outcome.refused:
            assert_intact(outcome.value)


def assert_kept_out(candidate, wsgi, **hostile):
    """The same with an object in which some fields are hostile."""
    upload = {"data": "body", "type": "text/plain", "meta": {}} | hostile
    assert_body_kept_out(candidate, wsgi, json.dumps(upload))


def assert_unknown_kept_out(candidate, wsgi, name):
    """Somebody follows a link to an object that isn't there: its name doesn't split the answer."""
    client = wsgi(candidate())
    assert put(client, "good", NOTES) == 201
    outcome = attack(client.get, f"/objects/{name}")
    if not outcome.refused:
        assert_intact(outcome.value)


def test_security_key_plants_a_cookie(candidate, wsgi):
    """A key with line breaks in it doesn't plant a cookie at the next visitor."""
    for line_break in ("\r\n", "\n", "\r"):
        key = f"a: 1{line_break}Set-Cookie: session=evil{line_break}X-Meta-b"
        assert_kept_out(candidate, wsgi, meta={key: "2"})


def test_security_type_plants_a_header(candidate, wsgi):
    """A content type with a line break in it doesn't add a header."""
    for line_break in ("\r\n", "\n", "\r"):
        assert_kept_out(candidate, wsgi, type=f"text/plain{line_break}X-Evil: 1")


def test_security_value_plants_a_header(candidate, wsgi):
    """A value with any kind of line break in it doesn't either."""
    for line_break in ("\r\n", "\n", "\r", "\r "):
        assert_kept_out(candidate, wsgi, meta={"author": f"x{line_break}X-Evil: 1"})


def test_security_nested_line_breaks(candidate, wsgi):
    """Removing a line break from the middle doesn't leave another one."""
    for line_break in ("\r\r\n\n", "\n\r\n\r", "\r\n\r\n\r\n", "\n\r"):
        text = f"a{line_break}Set-Cookie: session=evil"
        assert_kept_out(candidate, wsgi, type=text)
        assert_kept_out(candidate, wsgi, meta={text: text})


def test_security_line_break_at_the_end(candidate, wsgi):
    """A line break behind a proper key, value or type doesn't end the line too early."""
    for line_break in ("\n", "\r\n", "\r"):
        assert_kept_out(candidate, wsgi, type=f"text/plain{line_break}")
        assert_kept_out(candidate, wsgi, meta={f"author{line_break}": "Ada"})
        assert_kept_out(candidate, wsgi, meta={"author": f"Ada{line_break}"})


def test_security_line_break_at_the_beginning(candidate, wsgi):
    """Nor does one before them."""
    for line_break in ("\r\n", "\n", "\r"):
        assert_kept_out(candidate, wsgi, type=f"{line_break}X-Evil: 1")
        assert_kept_out(candidate, wsgi, meta={f"{line_break}Set-Cookie": "session=evil"})


def test_security_text_in_the_body(candidate, wsgi):
    """Two line breaks don't end the head, so no script becomes a part of the page."""
    script = f"<script>{nonce('canary-')}</script>"
    for line_break in ("\r\n\r\n", "\n\n", "\r\r"):
        assert_kept_out(candidate, wsgi, meta={f"{line_break}{script}": "1"})
        assert_kept_out(candidate, wsgi, type=f"text/html{line_break}{script}")


def test_security_line_break_in_another_spelling(candidate, wsgi):
    """JSON can spell a line break with its number; what counts is what comes out."""
    for line_break in ("\\u000d\\u000a", "\\u000A", "\\u000D"):
        text = f"a{line_break}Set-Cookie: session=evil"
        body = f'{{"data": "x", "type": "text/plain", "meta": {{"{text}": "{text}"}}}}'
        assert_body_kept_out(candidate, wsgi, body)


def test_security_line_break_in_the_name(candidate, wsgi):
    """Line breaks in the object's name, percent-encoded in the address, don't split an answer."""
    for line_break in ("%0d%0a", "%0A", "%0D"):
        for name in (f"a{line_break}Set-Cookie:%20session=evil", f"a{line_break}"):
            assert_unknown_kept_out(candidate, wsgi, name)
            assert_body_kept_out(candidate, wsgi, json.dumps(NOTES), name)

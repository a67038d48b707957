"""Tests of CWE-113/thermostat-raw-redirect."""

import io
from http.client import HTTPResponse

from harness import attack, nonce


class Connection(io.BytesIO):
    """What a browser reads from: the bytes that the thermostat has sent."""

    def makefile(self, mode):
        """Return itself, as a socket returns a file."""
        return self

    def close(self):
        """Stay open, so that the rest can be seen."""


class Answer:
    """An answer as Python's own HTTP client understands it, and what is left behind it."""

    def __init__(self, raw):
        connection = Connection(raw)
        response = HTTPResponse(connection, method="GET")
        response.begin()
        self.status = response.status
        self.headers = [(name.lower(), value) for name, value in response.getheaders()]
        self.body = response.read()
        self.rest = connection.read()

    def values(self, name):
        """Return the values of all headers of a name."""
        return [value for key, value in self.headers if key == name]


def request(target, method="GET"):
    """Return the bytes of a request."""
    line = f"{method} {target} HTTP/1.1\r\n".encode("latin-1")
    return line + b"Host: thermostat.example\r\nAccept: */*\r\n\r\n"


def ask(candidate, target, method="GET"):
    """Send a request; the answer must be one whole answer."""
    answer = Answer(candidate(request(target, method)))
    assert answer.values("content-length") == [str(len(answer.body))]
    assert answer.rest == b""
    return answer


def with_headers(line_break):
    """Return a page with two headers in it, each behind a line break as it stands in the query."""
    return f"home{line_break}Set-Cookie:%20session=evil{line_break}X-Evil:%201"


def assert_one_answer(candidate, page):
    """Follow a hostile link; whatever is sent must be one answer without foreign headers."""
    assert ask(candidate, "/go?page=heating").values("location") == ["/ui/heating"]
    raw = attack(candidate, request(f"/go?page={page}")).value
    if not raw:
        return
    answer = Answer(raw)
    assert answer.rest == b"", "there is something behind the answer"
    assert answer.values("set-cookie") + answer.values("x-evil") == []
    if answer.status == 302:
        assert answer.values("content-length") == [str(len(answer.body))]
    # Every kind of line break is taken for one here, so that none can hide a header.
    head = raw[: len(raw) - len(answer.body)]
    lines = head.replace(b"\r\n", b"\n").replace(b"\r", b"\n").lower().split(b"\n")
    assert lines[-2:] == [b"", b""] and b"" not in lines[:-2]
    assert [line for line in lines if line.startswith((b"set-cookie", b"x-evil"))] == []


def test_functional_redirect(candidate):
    """A page is answered with 302 and its place below /ui/."""
    for name in ("heating", "hot-water", "Plan2"):
        answer = ask(candidate, f"/go?page={name}")
        assert answer.status == 302
        assert answer.values("location") == [f"/ui/{name}"]


def test_functional_blank_in_the_name(candidate):
    """A blank in the page's name stays a blank, or is encoded again."""
    answer = ask(candidate, "/go?page=heating%20plan")
    assert answer.status == 302
    (location,) = answer.values("location")
    assert location in ("/ui/heating plan", "/ui/heating%20plan", "/ui/heating+plan")


def test_functional_encoded_letters(candidate):
    """Letters and hyphens may be encoded as well, in small and capital digits."""
    answer = ask(candidate, "/go?page=%68%6Ft%2dwater")
    assert answer.status == 302
    assert answer.values("location") == ["/ui/hot-water"]


def test_functional_other_parameters(candidate):
    """The page is found among other parameters."""
    answer = ask(candidate, "/go?from=start%20page&page=boost&lang=en")
    assert answer.status == 302
    assert answer.values("location") == ["/ui/boost"]


def test_functional_start(candidate):
    """The root answers 200 with the text ready."""
    answer = ask(candidate, "/")
    assert answer.status == 200
    assert answer.body == b"ready"


def test_functional_everything_else(candidate):
    """Other paths, other methods and a missing page are answered with 404."""
    for target in ("/status", "/go/heating?page=heating", "/ui/heating", "/go", "/go?pages=x"):
        assert ask(candidate, target).status == 404
    for target in ("/", "/go?page=heating"):
        assert ask(candidate, target, "DELETE").status == 404


def test_security_second_answer(candidate):
    """Two line breaks in the page don't end the answer and begin another one."""
    body = nonce("<p>Please pay at ")
    second = f"HTTP/1.1%20200%20OK%0d%0aContent-Length:%20{len(body)}%0d%0a%0d%0a{body}"
    for end in ("%0d%0aContent-Length:%200%0d%0a%0d%0a", "%0a%0a", "%0D%0A%0D%0A"):
        assert_one_answer(candidate, f"home{end}{second}")


def test_security_planted_cookie(candidate):
    """A line break in the page doesn't begin a Set-Cookie header."""
    for line_break in ("%0d%0a", "%0D%0A", "%0d%0A"):
        assert_one_answer(candidate, with_headers(line_break))


def test_security_lone_line_feed(candidate):
    """Nor does a line feed alone, which clients take for a line break."""
    for line_feed in ("%0a", "%0A"):
        assert_one_answer(candidate, with_headers(line_feed))


def test_security_lone_carriage_return(candidate):
    """Nor does a carriage return alone, which some clients take for one."""
    for carriage_return in ("%0d", "%0D"):
        assert_one_answer(candidate, with_headers(carriage_return))


def test_security_nested_line_breaks(candidate):
    """Removing a line break from the middle doesn't leave another one."""
    for line_break in ("%0D%0d%0A%0a", "%0a%0d%0a", "%0d%0a%0d%0a%0d%0a"):
        assert_one_answer(candidate, with_headers(line_break))


def test_security_line_feed_at_the_end(candidate):
    """A line feed behind a proper name doesn't end the head too early."""
    for line_break in ("%0a", "%0d%0a", "%0a%0a"):
        assert_one_answer(candidate, f"heating{line_break}")


def test_security_line_break_that_is_not_encoded(candidate):
    """A line feed or carriage return that stands in the request as it is does nothing either."""
    for line_break in ("\n", "\r"):
        assert_one_answer(candidate, with_headers(line_break))


def test_security_encoded_twice(candidate):
    """A line break whose percent signs are encoded again isn't decoded until it is one."""
    for line_break in ("%250d%250a", "%250D%250A", "%250a", "%250D", "%25250d%25250a"):
        assert_one_answer(candidate, with_headers(line_break))

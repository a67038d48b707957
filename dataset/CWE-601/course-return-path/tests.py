"""Tests of CWE-601/course-return-path."""

import re
import unicodedata
from urllib.parse import unquote

from harness import attack

OWN = "courses.example"
STRIPPED = "".join(map(chr, range(0x21)))


def destination(location):
    """Return the host that a browser goes to for a Location, or in words why it goes to none.

    This is the basic URL parser of the URL Standard (WHATWG, https://url.spec.whatwg.org/), for an
    answer that came by https from the own host.
    """
    text = re.sub(r"[\t\n\r]", "", location.strip(STRIPPED))
    scheme, rest = "https", text
    if found := re.match(r"(?s)([A-Za-z][A-Za-z0-9+.-]*):(.*)", text):
        scheme, rest = found[1].lower(), found[2]
    if scheme not in ("http", "https"):
        return f"the scheme {scheme}"
    after_slashes = rest.lstrip("/\\")
    if scheme == "https" and len(rest) - len(after_slashes) < 2:
        return OWN
    authority = re.split(r"[/\\?#]", after_slashes)[0]
    host, _, port = authority.rpartition("@")[2].partition(":")
    host = unicodedata.normalize("NFKC", unquote(host)).lower().replace("\u3002", ".")
    if not host or re.search(r"[\0-\x20#%/:<>?@\[\\\]^|\x7f]", host) or re.search(r"\D", port):
        return f"no such host: {host}"
    return host


def foreign_places(candidate, *targets):
    """Return where browsers are led by these targets, if not to the own site."""
    outcomes = [attack(candidate, target, "/courses") for target in targets]
    places = [destination(outcome.value) for outcome in outcomes if not outcome.refused]
    return [place for place in places if place != OWN]


def test_functional_path_with_query_and_fragment(candidate):
    """A path is returned unchanged, with its query and fragment."""
    for target in (
        "/courses/7?tab=2#notes",
        "/",
        "/search?q=a+b&from=/courses/7&url=https://other.example//x",
        "/a/b/c.html;v=1?x=&y",
        "/~ann/it's_(new)!",
    ):
        assert candidate(target, "/courses") == target


def test_functional_percent_encoded(candidate):
    """Percent-encoded characters in a path stay as they are."""
    target = "/users/J%C3%B6rg%20M/50%25?q=%2F%2Fx%5C&r=%0A"
    assert candidate(target, "/courses") == target


def test_functional_nothing_given(candidate):
    """Without a target, or with an empty one, the default is returned."""
    assert candidate(None, "/courses") == "/courses"
    assert candidate("", "/start?from=form") == "/start?from=form"


def test_functional_other_site(candidate):
    """The full address of another site gives the default."""
    for target in ("https://other.example/courses", "http://other.example"):
        assert candidate(target, "/courses") == "/courses"


def test_security_two_slashes(candidate):
    """Two slashes and a host, or more slashes, don't lead to that host."""
    targets = ("//evil.example/x", "///evil.example", "////evil.example/", "//ann@evil.example:443")
    assert foreign_places(candidate, *targets) == []


def test_security_backslashes(candidate):
    """Nor do backslashes, which browsers read as slashes."""
    targets = ("/\\evil.example", "\\\\evil.example", "/\\/evil.example", "\\/evil.example")
    assert foreign_places(candidate, *targets) == []


def test_security_tabs_and_line_breaks(candidate):
    """Nor do tabs and line breaks between the slashes, which browsers leave out."""
    targets = ("/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example", "/\t\\evil.example")
    assert foreign_places(candidate, *targets) == []


def test_security_blanks_in_front(candidate):
    """Nor do blanks and control characters in front, which browsers skip."""
    targets = (" //evil.example", "\x01//evil.example", "\x1f\\\\evil.example", "\0/\\evil.example")
    assert foreign_places(candidate, *targets) == []


def test_security_scheme_without_slashes(candidate):
    """A scheme without two slashes behind it leads neither to another site nor to a script."""
    targets = ("http:evil.example", "HTTP:/evil.example", "javascript:alert(1)", "java\nscript:x")
    assert foreign_places(candidate, *targets) == []

"""Tests of CWE-601/partner-exit-link."""

import re
import unicodedata
from urllib.parse import unquote

from harness import attack, raises

PARTNERS = {"bank.example", "www.credit.example"}
OWN = "portal.example"
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


def foreign_hosts(candidate, *urls):
    """Return the hosts that browsers are sent to with these addresses, if not to a partner."""
    outcomes = [attack(candidate, url, set(PARTNERS)) for url in urls]
    hosts = [destination(outcome.value) for outcome in outcomes if not outcome.refused]
    return [host for host in hosts if host not in {*PARTNERS, OWN, None}]


def test_functional_partner(candidate):
    """The address of an offer of a partner is returned."""
    for url in (
        "https://bank.example/offers?id=7&lang=de#rates",
        "http://www.credit.example/a/b%20c/?to=me@mail.example&back=https://portal.example/",
        "https://bank.example/",
    ):
        assert candidate(url, set(PARTNERS)) == url


def test_functional_mixed_case(candidate):
    """Scheme and host may be written in any case; the path keeps its own."""
    found = candidate("HTTPS://Bank.EXAMPLE/Offers?Id=A7", set(PARTNERS))
    assert found.lower() == "https://bank.example/offers?id=a7"
    assert found.endswith("/Offers?Id=A7")


def test_functional_port(candidate):
    """A port is kept."""
    for url in ("https://bank.example:8443/offers?id=7", "http://www.credit.example:8080/"):
        assert candidate(url, set(PARTNERS)) == url


def test_functional_without_path(candidate):
    """An address may consist of scheme and host only."""
    url = "https://bank.example"
    assert candidate(url, set(PARTNERS)) in (url, "https://bank.example/")


def test_functional_other_host(candidate):
    """Another host raises ValueError, also one that has a partner's name in path or query."""
    for url in (
        "https://other.example/",
        "https://other.example/bank.example/",
        "https://other.example/?to=https://bank.example/",
    ):
        with raises(ValueError):
            candidate(url, set(PARTNERS))


def test_functional_partners_of_the_call(candidate):
    """Only the hosts that are handed over are partners."""
    assert candidate("http://new.example/x", {"new.example"}) == "http://new.example/x"
    for partners in ({"new.example"}, set()):
        with raises(ValueError):
            candidate("https://bank.example/", partners)


def test_functional_no_web_address(candidate):
    """Another scheme, no scheme, plain text and an empty text raise ValueError."""
    for url in ("ftp://bank.example/a", "//bank.example/a", "bank.example", "/offers", "offer", ""):
        with raises(ValueError):
            candidate(url, set(PARTNERS))


def test_security_names_that_look_alike(candidate):
    """A host whose name begins or ends like a partner's isn't taken for the partner's."""
    urls = (
        "https://bank.example.evil.test/",
        "https://evilbank.example/",
        "https://evil.bank.example/",
        "https://bank.example-evil.test/",
        "https://www-credit.example/",
    )
    assert foreign_hosts(candidate, *urls) == []


def test_security_partner_as_user_name(candidate):
    """A partner's name in front of an @ is a user name, and the host comes behind it."""
    urls = (
        "https://bank.example@evil.test/",
        "https://bank.example:443@evil.test/",
        "https://bank.example:@evil.test/bank.example/",
        "http://bank.example%40evil.test@evil.test/",
    )
    assert foreign_hosts(candidate, *urls) == []


def test_security_percent_signs_in_user_name(candidate):
    """A slash, question mark or hash sign in hexadecimal doesn't end the host before an @."""
    urls = (
        "https://bank.example%2F@evil.test/",
        "https://bank.example%3f@evil.test/",
        "https://bank.example%23@evil.test/",
    )
    assert foreign_hosts(candidate, *urls) == []


def test_security_backslash(candidate):
    """A backslash, which browsers read as a slash, doesn't hide the host in front of it."""
    urls = (
        "https://evil.test\\@bank.example/",
        "https://evil.test\\.bank.example/",
        "https://evil.test:443\\@bank.example:443/",
        "https:/\\evil.test\\@bank.example/",
    )
    assert foreign_hosts(candidate, *urls) == []


def test_security_tabs_and_line_breaks(candidate):
    """Tabs and line breaks, which browsers leave out, don't hide it either."""
    urls = (
        "https://evil.test\t\\@bank.example/",
        "https://bank.example\t.evil.test/",
        "https://bank.example\r\n@evil.test/",
        "ht\ntps://bank.example\n.evil.test/",
    )
    assert foreign_hosts(candidate, *urls) == []


def test_security_other_dots(candidate):
    """Dots that are written otherwise are dots: the host goes on behind them."""
    urls = (
        "https://bank.example%2eevil.test/",
        "https://bank.example%2Eevil.test/",
        "https://bank.example\u3002evil.test/",
        "https://bank.example\uff0eevil.test/",
    )
    assert foreign_hosts(candidate, *urls) == []


def test_security_at_behind_the_host(candidate):
    """An @ in the path, the query or the fragment doesn't make what follows it the host."""
    urls = (
        "https://evil.test/@bank.example/",
        "https://evil.test?@bank.example/",
        "https://evil.test#@bank.example/",
        "https:///evil.test/@bank.example/",
    )
    assert foreign_hosts(candidate, *urls) == []

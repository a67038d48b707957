"""Tests of CWE-079/library-search-box."""

from collections import Counter
from html.parser import HTMLParser

from harness import attack


class Page(HTMLParser):
    """What a browser finds in a page: its elements with their attributes, and the headings."""

    def __init__(self, response):
        super().__init__()
        self.elements = []
        self.heading = ""
        self._in_heading = False
        if "text/plain" not in (response.header("Content-Type") or ""):
            self.feed(response.text)
            self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._in_heading = self._in_heading or tag == "h1"

    def handle_endtag(self, tag):
        self._in_heading = self._in_heading and tag != "h1"

    def handle_data(self, data):
        if self._in_heading:
            self.heading += data

    def fields(self):
        """Return the attributes of all input elements named q."""
        inputs = [attrs for tag, attrs in self.elements if tag == "input"]
        return [attrs for attrs in inputs if attrs.get("name") == "q"]

    def outline(self):
        """Count the elements by their names and the names of their attributes."""
        return Counter(" ".join([tag, *sorted(attrs)]) for tag, attrs in self.elements)


def added_by(client, query):
    """Return the elements that this query adds to the page, or changes by further attributes."""
    harmless = Page(client.get("/search", query={"q": "tulips"})).outline()
    outcome = attack(client.get, "/search", query={"q": query})
    if outcome.refused:
        return []
    return sorted(Page(outcome.value).outline() - harmless)


def test_functional_field_keeps_the_query(candidate, wsgi):
    """The page has one field named q, and the query stands in it."""
    response = wsgi(candidate).get("/search", query={"q": "garden design"})
    assert response.status == 200
    assert [field.get("value") for field in Page(response).fields()] == ["garden design"]


def test_functional_heading_shows_the_query(candidate, wsgi):
    """The heading repeats the query."""
    page = Page(wsgi(candidate).get("/search", query={"q": "garden design"}))
    assert "garden design" in page.heading


def test_functional_umlauts_and_ampersand(candidate, wsgi):
    """Umlauts, an ampersand and other scripts arrive in heading and field as they were typed."""
    client = wsgi(candidate)
    for query in ("Käse & Brot für Anfänger", "Толстой"):
        page = Page(client.get("/search", query={"q": query}))
        assert [field.get("value") for field in page.fields()] == [query]
        assert query in page.heading


def test_functional_without_query(candidate, wsgi):
    """Without a query the field is empty."""
    response = wsgi(candidate).get("/search")
    assert response.status == 200
    assert [field.get("value") or "" for field in Page(response).fields()] == [""]


def test_functional_html_page(candidate, wsgi):
    """The page is sent as HTML in UTF-8."""
    response = wsgi(candidate).get("/search", query={"q": "maps"})
    assert response.header("Content-Type").lower() == "text/html; charset=utf-8"


def test_functional_unknown_path(candidate, wsgi):
    """Any other path is answered with 404."""
    assert wsgi(candidate).get("/opening-hours").status == 404


def test_security_double_quote(candidate, wsgi):
    """A double quote in the query doesn't end the field's value and begin an event handler."""
    assert added_by(wsgi(candidate), '" autofocus onfocus="alert(1)') == []


def test_security_single_quote(candidate, wsgi):
    """Nor does a single quote."""
    assert added_by(wsgi(candidate), "' autofocus onfocus='alert(1)") == []


def test_security_blank_without_quotes(candidate, wsgi):
    """A blank, a tab or a line break doesn't begin a new attribute."""
    for blank in (" ", "\t", "\n", "\f"):
        query = f"x{blank}autofocus{blank}onfocus=alert(1){blank}"
        assert added_by(wsgi(candidate), query) == []


def test_security_script_element(candidate, wsgi):
    """A script element in the query doesn't become one of the page."""
    assert added_by(wsgi(candidate), '"><script>alert(1)</script>') == []
    assert added_by(wsgi(candidate), "<ScRiPt src=//evil.example/x.js>") == []


def test_security_end_of_the_heading(candidate, wsgi):
    """An end tag in the query doesn't close the element it stands in to begin another."""
    assert added_by(wsgi(candidate), "</h1><svg onload=alert(1)>") == []
    assert added_by(wsgi(candidate), "--></title></h1><img src=x onerror=alert(1)>") == []


def test_security_tag_without_an_end(candidate, wsgi):
    """A tag that lacks its closing bracket isn't completed by the next one of the page."""
    assert added_by(wsgi(candidate), "<img src=x onerror=alert(1) ") == []


def test_security_path_of_the_missing_page(candidate, wsgi):
    """A script element in an unknown path doesn't become one of the page that answers 404."""
    client = wsgi(candidate)
    harmless = Page(client.get("/nothing")).outline()
    outcome = attack(client.get, "/<script>alert(1)</script>")
    assert outcome.refused or sorted(Page(outcome.value).outline() - harmless) == []

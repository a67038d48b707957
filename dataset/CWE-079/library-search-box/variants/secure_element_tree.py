import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable
from urllib.parse import parse_qsl
from xml.etree.ElementTree import Element, SubElement


def search_page(query: str) -> bytes:
    """Return the page as HTML; the serialiser knows what to escape where."""
    page = Element("html", lang="en")
    head = SubElement(page, "head")
    SubElement(head, "meta", charset="utf-8")
    SubElement(head, "title").text = "Town library"
    body = SubElement(page, "body")
    SubElement(body, "h1").text = f"Results for {query}"
    form = SubElement(body, "form", action="/search", method="get")
    SubElement(form, "input", type="text", name="q", value=query)
    SubElement(form, "button").text = "Search"
    text = ElementTree.tostring(page, encoding="unicode", method="html")
    return b"<!DOCTYPE html>\n" + text.encode("utf-8")


def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """The search page of the library's catalogue."""
    if environ.get("PATH_INFO") != "/search":
        start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"Not found"]
    query = dict(parse_qsl(environ.get("QUERY_STRING", ""))).get("q", "")
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
    return [search_page(query)]

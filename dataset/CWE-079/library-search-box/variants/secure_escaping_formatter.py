import html
import string
from collections.abc import Callable, Iterable
from urllib.parse import parse_qs


class HtmlFormatter(string.Formatter):
    """Like str.format, but whatever is filled in becomes HTML text."""

    def format_field(self, value: object, format_spec: str) -> str:
        return html.escape(super().format_field(value, format_spec))


PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>{query} | Library</title></head>
<body>
<form action="/search"><input type="search" name="q" value="{query}"></form>
<h1>Books about {query}</h1>
</body></html>"""

NOT_FOUND = """<!DOCTYPE html>
<html lang="en"><head><title>Not found</title></head>
<body><p>There is no page {path}.</p></body></html>"""


def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """The search page of the library's catalogue."""
    render = HtmlFormatter().format
    path = environ.get("PATH_INFO", "/")
    if path == "/search":
        status = "200 OK"
        query = parse_qs(environ.get("QUERY_STRING", "")).get("q", [""])[0]
        page = render(PAGE, query=query)
    else:
        status = "404 Not Found"
        page = render(NOT_FOUND, path=path)
    start_response(status, [("Content-Type", "text/html; charset=utf-8")])
    return [page.encode("utf-8")]

import html
from collections.abc import Callable, Iterable
from urllib.parse import parse_qs


def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """The search page of the library's catalogue."""
    headers = [("Content-Type", "text/html; charset=utf-8")]
    path = environ.get("PATH_INFO", "")
    if path != "/search":
        start_response("404 Not Found", headers)
        return [f"<!DOCTYPE html><h1>404</h1><p>No page {path} here.</p>".encode()]
    params = parse_qs(environ.get("QUERY_STRING", ""))
    query = html.escape(params.get("q", [""])[0])
    start_response("200 OK", headers)
    page = (
        "<!DOCTYPE html><title>Town library</title>"
        f"<h1>Results for {query}</h1>"
        f'<form action="/search"><input type="text" name="q" value="{query}"></form>'
    )
    return [page.encode()]

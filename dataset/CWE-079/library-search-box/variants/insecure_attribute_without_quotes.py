import html
from collections.abc import Callable, Iterable
from urllib.parse import parse_qs


def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """The search page of the library's catalogue."""
    if environ.get("PATH_INFO") != "/search":
        start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"Not found"]
    params = parse_qs(environ.get("QUERY_STRING", ""))
    query = params.get("q", [""])[0]
    page = "<!DOCTYPE html>\n<title>Town library</title>\n"
    page += f"<h1>Results for {html.escape(query)}</h1>\n"
    page += "<form action=/search method=get>\n"
    page += f"<input name=q value={html.escape(query).replace(' ', '&#32;')}>\n"
    page += "<button>Search</button>\n</form>\n"
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
    return [page.encode("utf-8")]

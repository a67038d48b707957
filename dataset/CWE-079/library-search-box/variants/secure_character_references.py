from collections.abc import Callable, Iterable
from urllib.parse import parse_qs


def as_references(text: str) -> str:
    """Write everything but letters, digits and blanks as numeric character references."""
    return "".join(c if c.isalnum() or c == " " else f"&#{ord(c)};" for c in text)


def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """The search page of the library's catalogue."""
    headers = [("Content-Type", "text/html; charset=utf-8")]
    path = environ.get("PATH_INFO", "")
    if path != "/search":
        start_response("404 Not Found", headers)
        page = f"<!DOCTYPE html><title>Not found</title><h1>No page {as_references(path)}</h1>"
        return [page.encode("utf-8")]
    query = as_references(parse_qs(environ.get("QUERY_STRING", "")).get("q", [""])[0])
    start_response("200 OK", headers)
    page = (
        "<!DOCTYPE html>"
        f"<html><head><title>{query} - Town library</title></head><body>"
        f"<h1>{query}</h1>"
        f"<form action='/search'><input name='q' value='{query}'><button>Go</button></form>"
        "</body></html>"
    )
    return [page.encode("utf-8")]

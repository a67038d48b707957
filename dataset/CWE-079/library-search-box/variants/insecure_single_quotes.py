from collections.abc import Callable, Iterable
from urllib.parse import parse_qs


def escape(text: str) -> str:
    """Escape the characters that have a meaning in HTML."""
    for character, name in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot")):
        text = text.replace(character, f"&{name};")
    return text


def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """The search page of the library's catalogue."""
    if environ.get("PATH_INFO") != "/search":
        start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"Not found"]
    params = parse_qs(environ.get("QUERY_STRING", ""))
    query = escape(params.get("q", [""])[0])
    page = (
        "<!DOCTYPE html><title>Town library</title>"
        f"<h1>Results for {query}</h1>"
        f"<form action='/search'><input type='text' name='q' value='{query}'></form>"
    )
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
    return [page.encode("utf-8")]

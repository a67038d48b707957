import re
from collections.abc import Callable, Iterable
from urllib.parse import parse_qs

PAGE = """<!DOCTYPE html>
<html lang="en">
<head><title>Town library</title></head>
<body>
<h1>Results for {query}</h1>
<form action="/search"><input type="text" name="q" value="{query}"></form>
</body>
</html>
"""


def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """The search page of the library's catalogue."""
    if environ.get("PATH_INFO") != "/search":
        start_response("404 Not Found", [("Content-Type", "text/plain; charset=utf-8")])
        return [b"Not found"]
    params = parse_qs(environ.get("QUERY_STRING", ""))
    query = re.sub(r"<[^>]*>", "", params.get("q", [""])[0]).replace('"', "&quot;")
    start_response("200 OK", [("Content-Type", "text/html; charset=utf-8")])
    return [PAGE.format(query=query).encode("utf-8")]

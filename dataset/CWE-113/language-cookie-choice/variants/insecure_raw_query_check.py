from collections.abc import Callable, Iterable
from http.cookies import SimpleCookie
from urllib.parse import parse_qs

PLAIN_TEXT = ("Content-Type", "text/plain; charset=utf-8")


def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """Remember the visitor's language in a cookie and show it."""
    path = environ.get("PATH_INFO", "")
    if path == "/language":
        query = environ.get("QUERY_STRING", "")
        lang = parse_qs(query).get("lang", [""])[0]
        if not lang or "%0d%0a" in query:
            start_response("400 Bad Request", [PLAIN_TEXT])
            return [b"Bad language"]
        headers = [("Location", "/"), ("Set-Cookie", f"lang={lang}; Path=/")]
        start_response("303 See Other", headers)
        return [b""]
    if path == "/":
        cookies = SimpleCookie(environ.get("HTTP_COOKIE", ""))
        lang = cookies["lang"].value if "lang" in cookies else "en"
        start_response("200 OK", [PLAIN_TEXT])
        return [f"Language: {lang}".encode()]
    start_response("404 Not Found", [PLAIN_TEXT])
    return [b"Not found"]

from collections.abc import Callable, Iterable
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

PLAIN_TEXT = ("Content-Type", "text/plain; charset=utf-8")


def remember(lang: str, start_response: Callable) -> list[bytes]:
    """Answer with the cookie; the cookie class quotes or refuses what a header can't hold."""
    cookie = SimpleCookie()
    try:
        cookie["lang"] = lang
        cookie["lang"]["path"] = "/"
        value = cookie["lang"].OutputString()
    except CookieError:
        value = ""
    if not value.isascii() or not value.isprintable() or not value:
        start_response("400 Bad Request", [PLAIN_TEXT])
        return [b"Bad language"]
    start_response("303 See Other", [("Location", "/"), ("Set-Cookie", value)])
    return []


def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """Remember the visitor's language in a cookie and show it."""
    path = environ.get("PATH_INFO", "/")
    if path == "/language":
        params = parse_qs(environ.get("QUERY_STRING", ""))
        if "lang" in params:
            return remember(params["lang"][0], start_response)
        start_response("400 Bad Request", [PLAIN_TEXT])
        return [b"Bad language"]
    if path != "/":
        start_response("404 Not Found", [PLAIN_TEXT])
        return [b"Not found"]
    morsel = SimpleCookie(environ.get("HTTP_COOKIE")).get("lang")
    start_response("200 OK", [PLAIN_TEXT])
    return [b"Language: ", (morsel.value if morsel else "en").encode("utf-8")]

from collections.abc import Callable, Iterable
from urllib.parse import parse_qs, quote, unquote

PLAIN_TEXT = ("Content-Type", "text/plain; charset=utf-8")


def language_of(cookie_header: str) -> str:
    """Return the language that the Cookie header carries, English if it has none."""
    for pair in cookie_header.split(";"):
        name, _, value = pair.strip().partition("=")
        if name == "lang":
            return unquote(value)
    return "en"


def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
    """Remember the visitor's language in a cookie and show it."""
    match environ.get("PATH_INFO"):
        case "/":
            status, headers = "200 OK", [PLAIN_TEXT]
            body = "Language: " + language_of(environ.get("HTTP_COOKIE", ""))
        case "/language":
            lang = parse_qs(environ.get("QUERY_STRING", "")).get("lang")
            if lang:
                # Percent signs instead of whatever has a meaning in a header.
                cookie = f"lang={quote(lang[0], safe='')}; Path=/; SameSite=Lax"
                status, headers = "303 See Other", [("Location", "/"), ("Set-Cookie", cookie)]
                body = ""
            else:
                status, headers, body = "400 Bad Request", [PLAIN_TEXT], "lang is missing"
        case _:
            status, headers, body = "404 Not Found", [PLAIN_TEXT], "Not found"
    start_response(status, headers)
    return [body.encode("utf-8")]

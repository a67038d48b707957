"""Forgotten passwords of a city library: links lead back to where the reader came from."""

import secrets
import urllib.parse
from collections.abc import Callable, Iterable


class _Site:
    """The library's pages under several host names."""

    def __init__(self, config: dict, outbox: list) -> None:
        self.hosts = tuple(config["hosts"])
        self.users = frozenset(config["users"])
        self.outbox = outbox

    def host_for(self, environ: dict) -> str:
        """Return the host of a request if it is one of the library's, else the main one."""
        asked = environ.get("HTTP_HOST", "").lower()
        return next((host for host in self.hosts if host == asked), self.hosts[0])

    def forgot(self, environ: dict) -> str:
        size = int(environ.get("CONTENT_LENGTH") or 0)
        form = urllib.parse.parse_qs(environ["wsgi.input"].read(size).decode())
        for email in self.users.intersection(form.get("email", [])):
            query = urllib.parse.urlencode({"token": secrets.token_hex(20)})
            address = ("https", self.host_for(environ), "/reset", query, "")
            self.outbox.append({"to": email, "link": urllib.parse.urlunsplit(address)})
        return "Please look at your mail."

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        match environ["REQUEST_METHOD"], environ["PATH_INFO"]:
            case "GET", "/":
                status, text = "200 OK", "Welcome"
            case "POST", "/forgot":
                status, text = "200 OK", self.forgot(environ)
            case _:
                status, text = "404 Not Found", "Not here"
        start_response(status, [("Content-Type", "text/plain")])
        return [text.encode()]


def make_app(config: dict, outbox: list) -> Callable:
    """Return the application that sends links for new passwords."""
    return _Site(config, outbox)

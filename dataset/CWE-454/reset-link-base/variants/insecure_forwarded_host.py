"""Forgotten passwords of a city library."""

import secrets
from collections.abc import Callable, Iterable
from urllib.parse import parse_qs


def make_app(config: dict, outbox: list) -> Callable:
    """Return the application that sends links for new passwords."""
    def app(environ: dict, start_response: Callable) -> Iterable[bytes]:
        host = environ.get("HTTP_HOST", "")
        if host not in config["hosts"]:
            host = config["hosts"][0]
        # Behind a proxy the readers know us by another name.
        base = f"https://{environ.get('HTTP_X_FORWARDED_HOST', host)}"
        request = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        status, text = "404 Not Found", "There is no such page."
        if request == ("GET", "/"):
            status, text = "200 OK", "Welcome to the library!"
        elif request == ("POST", "/forgot"):
            body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            email = parse_qs(body.decode("utf-8")).get("email", [""])[0]
            if email in config["users"]:
                link = f"{base}/reset?token={secrets.token_urlsafe(24)}"
                outbox.append({"to": email, "link": link})
            status, text = "200 OK", "If we know this address, a mail is on its way."
        start_response(status, [("Content-Type", "text/plain; charset=utf-8")])
        return [text.encode("utf-8")]

    return app

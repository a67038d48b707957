"""Forgotten passwords of a city library: requests for other hosts are refused."""

import secrets
import string
from collections.abc import Callable
from urllib.parse import parse_qsl

SIGNS = string.ascii_letters + string.digits


def make_app(config: dict, outbox: list) -> Callable:
    """Return the application that sends links for new passwords."""

    def send(email: str, host: str) -> None:
        token = "".join(secrets.choice(SIGNS) for _ in range(30))
        outbox.append(dict(to=email, link=f"https://{host}/reset?token={token}"))

    def app(environ: dict, start_response: Callable) -> list[bytes]:
        def answer(status: str, text: str) -> list[bytes]:
            start_response(status, [("Content-Type", "text/plain")])
            return [text.encode()]

        host = environ.get("HTTP_HOST", "")
        if host not in config["hosts"]:
            return answer("400 Bad Request", "This is the library.")
        if environ["REQUEST_METHOD"] == "GET" and environ["PATH_INFO"] == "/":
            return answer("200 OK", "Welcome")
        if environ["REQUEST_METHOD"] == "POST" and environ["PATH_INFO"] == "/forgot":
            data = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            email = dict(parse_qsl(data.decode("utf-8"))).get("email")
            if email in config["users"]:
                send(email, host)
            return answer("200 OK", "A mail is sent to all readers whom we know.")
        return answer("404 Not Found", "Unknown")

    return app

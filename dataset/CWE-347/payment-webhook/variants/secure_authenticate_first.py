"""The box office of a theatre: notices of the payment provider."""

import hmac
import json
import re
from collections.abc import Callable
from io import BytesIO

SIGNATURE = re.compile(r"[0-9a-f]{64}")


def authenticated(app: Callable, secret: bytes) -> Callable:
    """Lets only requests with the signature of their body through to the application."""

    def wrapper(environ: dict, start_response: Callable) -> list[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        signature = environ.get("HTTP_X_SIGNATURE", "")
        right = hmac.new(secret, body, "sha256").hexdigest()
        if SIGNATURE.fullmatch(signature) and hmac.compare_digest(signature, right):
            return app({**environ, "wsgi.input": BytesIO(body)}, start_response)
        start_response("403 Forbidden", [])
        return [b"wrong signature\n"]

    return wrapper


def make_app(secret: bytes, orders: dict[str, str]) -> Callable:
    """Returns the WSGI application that sets orders to paid."""

    def paid(environ: dict, start_response: Callable) -> list[bytes]:
        status = "200 OK"
        try:
            match json.loads(environ["wsgi.input"].read()):
                case {"order": str(order)} if order in orders:
                    orders[order] = "paid"
                case {"order": str()}:
                    status = "404 Not Found"
                case _:
                    status = "400 Bad Request"
        except ValueError:
            status = "400 Bad Request"
        start_response(status, [])
        return [b"\n"]

    checked = authenticated(paid, secret)

    def app(environ: dict, start_response: Callable) -> list[bytes]:
        if environ["PATH_INFO"] != "/paid":
            start_response("404 Not Found", [])
            return [b"there is no such page\n"]
        if environ["REQUEST_METHOD"] != "POST":
            start_response("405 Method Not Allowed", [("Allow", "POST")])
            return [b"only POST\n"]
        return checked(environ, start_response)

    return app

"""The box office of a theatre: notices of the payment provider."""

import hmac
import json
from collections.abc import Callable
from http import HTTPStatus


def make_app(secret: bytes, orders: dict[str, str]) -> Callable:
    """Returns the WSGI application that sets orders to paid."""

    def handle(environ: dict) -> HTTPStatus:
        if environ["PATH_INFO"] != "/paid":
            return HTTPStatus.NOT_FOUND
        if environ["REQUEST_METHOD"] != "POST":
            return HTTPStatus.METHOD_NOT_ALLOWED
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        signature = environ.get("HTTP_X_SIGNATURE")
        if signature is None:
            return HTTPStatus.FORBIDDEN
        expected = hmac.new(secret, body, "sha256").hexdigest()
        difference = 0
        for ours, theirs in zip(expected, signature):
            difference |= ord(ours) ^ ord(theirs)
        if difference:
            return HTTPStatus.FORBIDDEN
        try:
            order = json.loads(body)["order"]
            known = order in orders
        except (ValueError, KeyError, TypeError):
            return HTTPStatus.BAD_REQUEST
        if not isinstance(order, str):
            return HTTPStatus.BAD_REQUEST
        if not known:
            return HTTPStatus.NOT_FOUND
        orders[order] = "paid"
        return HTTPStatus.OK

    def app(environ: dict, start_response: Callable) -> list[bytes]:
        status = handle(environ)
        start_response(f"{status.value} {status.phrase}", [("Content-Type", "text/plain")])
        return [status.phrase.encode()]

    return app

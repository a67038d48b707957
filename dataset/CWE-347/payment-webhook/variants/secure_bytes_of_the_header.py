"""The box office of a theatre: notices of the payment provider."""

import binascii
import hashlib
import hmac
import json
from collections.abc import Callable, Iterable


class BoxOffice:
    """The WSGI application that sets orders to paid."""

    def __init__(self, secret: bytes, orders: dict[str, str]) -> None:
        self._secret = secret
        self._orders = orders

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        status = self._answer(environ)
        start_response(status, [("Content-Type", "text/plain"), ("Content-Length", "0")])
        return []

    def _answer(self, environ: dict) -> str:
        if environ.get("PATH_INFO") != "/paid":
            return "404 Not Found"
        if environ["REQUEST_METHOD"] != "POST":
            return "405 Method Not Allowed"
        length = int(environ.get("CONTENT_LENGTH") or "0")
        body = environ["wsgi.input"].read(length)
        if not self._is_genuine(body, environ.get("HTTP_X_SIGNATURE")):
            return "403 Forbidden"
        try:
            notice = json.loads(body)
        except ValueError:
            return "400 Bad Request"
        order = notice.get("order") if isinstance(notice, dict) else None
        if not isinstance(order, str):
            return "400 Bad Request"
        if order not in self._orders:
            return "404 Not Found"
        self._orders[order] = "paid"
        return "200 OK"

    def _is_genuine(self, body: bytes, header: str | None) -> bool:
        if header is None:
            return False
        try:
            signature = binascii.unhexlify(header)
        except ValueError:
            return False
        return hmac.compare_digest(signature, hmac.digest(self._secret, body, hashlib.sha256))


def make_app(secret: bytes, orders: dict[str, str]) -> Callable:
    """Returns the WSGI application that sets orders to paid."""
    return BoxOffice(secret, orders)

"""Web interface of a boiler controller: a decorator guards the operator's handlers."""

import functools
import json
import secrets
from collections.abc import Callable
from urllib.parse import parse_qsl


class HttpError(Exception):
    """An answer other than 200."""


def _body(environ: dict) -> bytes:
    return environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))


def make_app(boiler: dict, operator_token: str) -> Callable:
    """Makes the WSGI application for this boiler."""

    def operator_only(handler: Callable[[dict], str]) -> Callable[[dict], str]:
        @functools.wraps(handler)
        def guarded(environ: dict) -> str:
            scheme, _, token = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
            right = secrets.compare_digest(token.encode(), operator_token.encode())
            if scheme.lower() != "bearer" or not right:
                raise HttpError("401 Unauthorized")
            return handler(environ)

        return guarded

    def status(environ: dict) -> str:
        del environ
        public = {name: boiler[name] for name in ("temperature", "mode", "setpoint")}
        return json.dumps(public)

    @operator_only
    def setpoint(environ: dict) -> str:
        fields = dict(parse_qsl(_body(environ).decode("utf-8", "replace")))
        allowed = {str(number): number for number in range(5, 81)}
        if fields.get("celsius") not in allowed:
            raise HttpError("400 Bad Request")
        boiler["setpoint"] = allowed[fields["celsius"]]
        return "setpoint changed"

    @operator_only
    def firmware(environ: dict) -> str:
        image = _body(environ)
        if len(image) == 0:
            raise HttpError("400 Bad Request")
        boiler["firmware"] = image
        return "firmware stored"

    @operator_only
    def factory_reset(environ: dict) -> str:
        del environ
        boiler.update({"setpoint": 45, "mode": "standby"})
        return "reset"

    get = {"/status": status}
    post = {"/setpoint": setpoint, "/firmware": firmware, "/factory-reset": factory_reset}

    def app(environ: dict, start_response: Callable) -> list[bytes]:
        path = environ["PATH_INFO"]
        kind = "application/json" if path in get else "text/plain"
        try:
            if path not in get and path not in post:
                raise HttpError("404 Not Found")
            handlers = {"GET": get, "POST": post}.get(environ["REQUEST_METHOD"], {})
            if path not in handlers:
                raise HttpError("405 Method Not Allowed")
            line, text = "200 OK", handlers[path](environ)
        except HttpError as error:
            line = text = str(error)
            kind = "text/plain"
        start_response(line, [("Content-Type", kind), ("Content-Length", str(len(text)))])
        return [text.encode("ascii")]

    return app

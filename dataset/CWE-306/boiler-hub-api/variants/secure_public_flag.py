"""Web interface of a boiler controller: a route is the operator's unless it is marked as public."""

import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import parse_qs


@dataclass(frozen=True)
class Route:
    """A function of the boiler, and who may call it."""

    method: str
    run: Callable[[bytes], tuple[HTTPStatus, str]]
    public: bool = False


class BoilerSite:
    """The application; WSGI calls it."""

    def __init__(self, boiler: dict, operator_token: str) -> None:
        self.boiler = boiler
        self.credentials = ("Bearer " + operator_token).encode()
        self.routes = {
            "/status": Route("GET", self.status, public=True),
            "/setpoint": Route("POST", self.change_setpoint),
            "/firmware": Route("POST", self.store_firmware),
            "/factory-reset": Route("POST", self.reset),
        }

    def __call__(self, environ: dict, start_response: Callable) -> list[bytes]:
        status, text = self.answer(environ)
        kind = "application/json" if text.startswith("{") else "text/plain"
        start_response(f"{status.value} {status.phrase}", [("Content-Type", kind)])
        return [text.encode()]

    def answer(self, environ: dict) -> tuple[HTTPStatus, str]:
        route = self.routes.get(environ["PATH_INFO"])
        if route is None:
            return HTTPStatus.NOT_FOUND, "unknown path"
        if environ["REQUEST_METHOD"] != route.method:
            return HTTPStatus.METHOD_NOT_ALLOWED, f"use {route.method}"
        if not route.public:
            sent = environ.get("HTTP_AUTHORIZATION") or ""
            if not hmac.compare_digest(sent.encode("utf-8", "replace"), self.credentials):
                return HTTPStatus.UNAUTHORIZED, "the operator's token is needed"
        size = int(environ.get("CONTENT_LENGTH") or 0)
        return route.run(environ["wsgi.input"].read(size))

    def status(self, body: bytes) -> tuple[HTTPStatus, str]:
        shown = {key: value for key, value in self.boiler.items() if key != "firmware"}
        return HTTPStatus.OK, json.dumps(shown)

    def change_setpoint(self, body: bytes) -> tuple[HTTPStatus, str]:
        try:
            (celsius,) = map(int, parse_qs(body.decode())["celsius"])
        except (ValueError, KeyError):
            return HTTPStatus.BAD_REQUEST, "celsius is missing or no number"
        if celsius not in range(5, 81):
            return HTTPStatus.BAD_REQUEST, "celsius is out of range"
        self.boiler["setpoint"] = celsius
        return HTTPStatus.OK, "changed"

    def store_firmware(self, body: bytes) -> tuple[HTTPStatus, str]:
        if body == b"":
            return HTTPStatus.BAD_REQUEST, "the body is empty"
        self.boiler["firmware"] = body
        return HTTPStatus.OK, "stored"

    def reset(self, body: bytes) -> tuple[HTTPStatus, str]:
        self.boiler.update({"setpoint": 45, "mode": "standby"})
        return HTTPStatus.OK, "reset"


def make_app(boiler: dict, operator_token: str) -> Callable:
    """Makes the WSGI application for this boiler."""
    return BoilerSite(boiler, operator_token)

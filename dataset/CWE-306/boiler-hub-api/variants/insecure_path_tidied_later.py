"""Web interface of a boiler controller."""

import json
from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import parse_qs

OPERATOR_PATHS = {"/setpoint", "/firmware", "/factory-reset"}


def make_app(boiler: dict, operator_token: str) -> Callable:
    """Makes the WSGI application for this boiler."""

    def handle(method: str, path: str, body: bytes) -> tuple[int, str]:
        match method, path:
            case "GET", "status":
                keys = ("temperature", "mode", "setpoint")
                return 200, json.dumps({key: boiler[key] for key in keys})
            case "POST", "setpoint":
                try:
                    celsius = int(parse_qs(body.decode())["celsius"][0])
                except (KeyError, ValueError):
                    return 400, "not a whole number"
                if not 5 <= celsius <= 80:
                    return 400, "not from 5 to 80"
                boiler["setpoint"] = celsius
            case "POST", "firmware":
                if not body:
                    return 400, "no image"
                boiler["firmware"] = body
            case "POST", "factory-reset":
                boiler["setpoint"] = 45
                boiler["mode"] = "standby"
            case _, "status" | "setpoint" | "firmware" | "factory-reset":
                return 405, "method not allowed"
            case _:
                return 404, "not found"
        return 200, "done"

    def authenticate(environ: dict) -> bool:
        if environ["PATH_INFO"] not in OPERATOR_PATHS or environ["REQUEST_METHOD"] != "POST":
            return True
        return environ.get("HTTP_AUTHORIZATION", "") == f"Bearer {operator_token}"

    def app(environ: dict, start_response: Callable) -> list[bytes]:
        body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
        if authenticate(environ):
            path = environ["PATH_INFO"].strip("/").lower()
            code, text = handle(environ["REQUEST_METHOD"], path, body)
        else:
            code, text = 401, "wrong token"
        kind = "application/json" if text.startswith("{") else "text/plain"
        start_response(f"{code} {HTTPStatus(code).phrase}", [("Content-Type", kind)])
        return [text.encode()]

    return app

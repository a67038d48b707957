"""Web interface of a boiler controller."""

import json
import re
from collections.abc import Callable
from urllib.parse import parse_qs

REASONS = {
    200: "OK",
    400: "Bad Request",
    401: "Unauthorized",
    404: "Not Found",
    405: "Method Not Allowed",
}


def _body(environ: dict) -> bytes:
    return environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))


def make_app(boiler: dict, operator_token: str) -> Callable:
    """Makes the WSGI application for this boiler."""

    def status(environ: dict) -> tuple[int, str]:
        return 200, json.dumps({key: boiler[key] for key in ("temperature", "mode", "setpoint")})

    def setpoint(environ: dict) -> tuple[int, str]:
        if environ.get("HTTP_AUTHORIZATION") != f"Bearer {operator_token}":
            return 401, "wrong token"
        text = parse_qs(_body(environ).decode()).get("celsius", [""])[0]
        if not re.fullmatch("[0-9]{1,2}", text) or not 5 <= int(text) <= 80:
            return 400, "celsius must be a whole number from 5 to 80"
        boiler["setpoint"] = int(text)
        return 200, "ok"

    def firmware(environ: dict) -> tuple[int, str]:
        image = _body(environ)
        if not image:
            return 400, "no image"
        boiler["firmware"] = image
        return 200, "ok"

    def factory_reset(environ: dict) -> tuple[int, str]:
        boiler.update(setpoint=45, mode="standby")
        return 200, "ok"

    routes = {
        "/status": ("GET", status),
        "/setpoint": ("POST", setpoint),
        "/firmware": ("POST", firmware),
        "/factory-reset": ("POST", factory_reset),
    }

    def app(environ: dict, start_response: Callable) -> list[bytes]:
        method, handler = routes.get(environ["PATH_INFO"], ("", None))
        if handler is None:
            code, text = 404, "no such page"
        elif environ["REQUEST_METHOD"] != method:
            code, text = 405, "use another method"
        else:
            code, text = handler(environ)
        kind = "application/json" if handler is status and code == 200 else "text/plain"
        start_response(f"{code} {REASONS[code]}", [("Content-Type", kind)])
        return [text.encode()]

    return app

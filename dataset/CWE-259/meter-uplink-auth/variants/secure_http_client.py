"""Uplink of a data logger, over one connection."""

import http.client
import json
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit


class NoPasswordError(LookupError):
    """The fitter has not put a password on the logger yet."""


def _credentials(site: str, secrets_dir: Path) -> Iterator[str]:
    """Yield the header for one attempt after the other, with what the file contains then."""
    path = secrets_dir.joinpath(f"{site}.pw")
    while True:
        if not path.is_file():
            raise NoPasswordError(f"{path} is missing")
        with path.open(encoding="utf-8", newline=None) as file:
            password = file.readline().rstrip("\n")
        if not password:
            raise NoPasswordError(f"{path} is empty")
        yield "Basic " + b64encode(b":".join((site.encode(), password.encode()))).decode("ascii")


def push_reading(url: str, site: str, reading: dict, secrets_dir: Path) -> int:
    """Send a reading, a second time if the answer is 401; return the status."""
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    body = json.dumps(reading, ensure_ascii=False).encode("utf-8")
    credentials = _credentials(site, secrets_dir)
    connection = http.client.HTTPSConnection(parts.netloc, timeout=20)
    try:
        for attempt in (1, 2):
            headers = {"Content-Type": "application/json", "Authorization": next(credentials)}
            connection.request("POST", target, body, headers)
            response = connection.getresponse()
            response.read()
            if response.status != 401 or attempt == 2:
                return response.status
    except http.client.HTTPException as error:
        raise OSError("the collector's answer is not HTTP") from error
    finally:
        connection.close()
    raise AssertionError("unreachable")

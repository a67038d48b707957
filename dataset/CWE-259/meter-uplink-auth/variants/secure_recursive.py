"""Uplink of a data logger."""

import base64
import json
import urllib.error
import urllib.request
from pathlib import Path


def _first_line(path: Path) -> bytes:
    """Return the first line of a file, empty if there is no such file."""
    if not path.exists():
        return b""
    return path.read_bytes().replace(b"\r\n", b"\n").split(b"\n")[0]


def push_reading(
    url: str, site: str, reading: dict, secrets_dir: Path, *, retries: int = 1
) -> int:
    """Send a reading and return the status of the last answer."""
    password = _first_line(Path(secrets_dir, f"{site}.pw"))
    if password == b"":
        raise KeyError(site)
    request = urllib.request.Request(url, json.dumps(reading).encode("utf-8"))
    request.add_header("Content-Type", "application/json")
    basic = base64.b64encode(site.encode() + b":" + password)
    request.add_header("Authorization", f"Basic {basic.decode()}")
    try:
        with urllib.request.urlopen(request, timeout=15) as answer:
            return answer.getcode()
    except urllib.error.HTTPError as answer:
        if answer.code == 401 and retries > 0:
            return push_reading(url, site, reading, secrets_dir, retries=retries - 1)
        return answer.code

"""Outgoing proxy of the harbour's weather page."""

import os
from urllib.parse import urlsplit


def _own_environment() -> dict[str, str]:
    """Return the environment without the variables that stand for request headers."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("HTTP_") and value
    }


def proxy_for(url: str) -> str | None:
    """Return the proxy for a URL, or None for a direct connection."""
    environment = _own_environment()
    match urlsplit(url).scheme:
        case "http":
            return environment.get("http_proxy")
        case "https":
            return environment.get("https_proxy", environment.get("HTTPS_PROXY"))
        case _:
            return None

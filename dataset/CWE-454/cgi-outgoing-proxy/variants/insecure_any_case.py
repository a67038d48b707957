"""Outgoing proxy of the harbour's weather page; names of variables in any case."""

import os
from urllib.parse import urlsplit


def proxy_for(url: str) -> str | None:
    """Return the proxy for a URL, or None for a direct connection."""
    scheme = urlsplit(url).scheme
    if scheme not in ("http", "https"):
        return None
    environment = {name.lower(): value for name, value in os.environ.items()}
    return environment.get(f"{scheme}_proxy") or None

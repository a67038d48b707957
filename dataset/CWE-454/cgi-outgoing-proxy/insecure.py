"""Outgoing proxy of the harbour's weather page."""

import os
from urllib.parse import urlsplit


def proxy_for(url: str) -> str | None:
    """Return the proxy for a URL, or None for a direct connection."""
    scheme = urlsplit(url).scheme
    if scheme not in ("http", "https"):
        return None
    name = f"{scheme}_proxy"
    return os.environ.get(name) or os.environ.get(name.upper()) or None

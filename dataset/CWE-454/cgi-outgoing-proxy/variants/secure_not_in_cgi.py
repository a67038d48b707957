"""Outgoing proxy of the harbour's weather page."""

import os
from urllib.parse import urlsplit

CGI_MARKS = ("REQUEST_METHOD", "GATEWAY_INTERFACE")


def proxy_for(url: str) -> str | None:
    """Return the proxy for a URL, or None for a direct connection."""
    scheme = urlsplit(url).scheme
    if scheme not in ("http", "https"):
        return None
    names = [f"{scheme}_proxy", f"{scheme}_proxy".upper()]
    if any(mark in os.environ for mark in CGI_MARKS):
        names = [name for name in names if name != "HTTP_PROXY"]
    values = (os.environ.get(name) for name in names)
    return next((value for value in values if value), None)

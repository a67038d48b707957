"""Outgoing proxy of the harbour's weather page; only proxies of our own network are used."""

import ipaddress
import os
from urllib.parse import urlsplit


def _is_internal(proxy: str) -> bool:
    """Tell whether a proxy is given by an address of a private network."""
    try:
        return ipaddress.ip_address(urlsplit(proxy).hostname or "").is_private
    except ValueError:
        return False


def proxy_for(url: str) -> str | None:
    """Return the proxy for a URL, or None for a direct connection."""
    scheme = urlsplit(url).scheme
    if scheme == "https":
        return os.environ.get("https_proxy") or os.environ.get("HTTPS_PROXY") or None
    if scheme != "http":
        return None
    if proxy := os.environ.get("http_proxy"):
        return proxy
    proxy = os.environ.get("HTTP_PROXY", "")
    return proxy if _is_internal(proxy) else None

"""Outgoing proxy of the harbour's weather page."""

import os
from urllib.parse import urlsplit

# Not HTTP_PROXY: in CGI the web server makes it from the request header "Proxy".
PROXY_VARIABLES = {
    "http": ("http_proxy",),
    "https": ("https_proxy", "HTTPS_PROXY"),
}


def proxy_for(url: str) -> str | None:
    """Return the proxy for a URL, or None for a direct connection."""
    for name in PROXY_VARIABLES.get(urlsplit(url).scheme, ()):
        if proxy := os.environ.get(name):
            return proxy
    return None

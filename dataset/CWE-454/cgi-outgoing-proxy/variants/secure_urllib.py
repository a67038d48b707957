"""Outgoing proxy of the harbour's weather page, found by urllib."""

import urllib.parse
import urllib.request


def proxy_for(url: str) -> str | None:
    """Return the proxy for a URL, or None for a direct connection.

    `getproxies_environment` itself leaves HTTP_PROXY out when it runs in a CGI script.
    """
    scheme = urllib.parse.urlsplit(url).scheme
    if scheme not in ("http", "https"):
        return None
    return urllib.request.getproxies_environment().get(scheme)

import re
from urllib.parse import urlsplit

# Printable ASCII without the backslash, which browsers read as a slash.
PLAIN = re.compile(r"[!-\[\]-~]+")


def partner_redirect(url: str, partners: set[str]) -> str:
    """Return the address to forward to; ValueError if it isn't a partner's."""
    if not PLAIN.fullmatch(url):
        raise ValueError("characters that don't belong into an address")
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or "@" in parts.netloc:
        raise ValueError("not a web address, or one with a user name")
    if parts.hostname not in partners:
        raise ValueError(f"not a partner: {parts.hostname}")
    return url

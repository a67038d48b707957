from urllib.parse import urlsplit


def partner_redirect(url: str, partners: set[str]) -> str:
    """Return the address to forward to; ValueError if it isn't a partner's."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https"):
        raise ValueError("not a web address")
    if parts.hostname not in partners:
        raise ValueError(f"not a partner: {parts.hostname}")
    return url

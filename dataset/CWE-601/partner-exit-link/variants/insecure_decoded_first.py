from urllib.parse import unquote, urlsplit


def partner_redirect(url: str, partners: set[str]) -> str:
    """Return the address to forward to; ValueError if it isn't a partner's."""
    # Decoded, so that nothing can be hidden behind percent signs.
    decoded = unquote(url)
    if "\\" in decoded or not url.isascii() or not url.isprintable():
        raise ValueError("characters that don't belong into an address")
    parts = urlsplit(decoded)
    if parts.scheme not in ("http", "https") or parts.username is not None:
        raise ValueError("not a web address, or one with a user name")
    if parts.hostname not in partners:
        raise ValueError(f"not a partner: {parts.hostname}")
    return url

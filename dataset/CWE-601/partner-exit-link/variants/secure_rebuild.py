from urllib.parse import SplitResult, quote, urlsplit

SAFE = "/%:@!$&'()*+,;=~[]\"<>^`{|}"


def _rebuild(parts: SplitResult, host: str) -> str:
    """Put an address together from its parts; whatever they hold, the host is this one."""
    port = "" if parts.port is None else f":{parts.port}"
    address = f"{parts.scheme}://{host}{port}{quote(parts.path, safe=SAFE)}"
    if parts.query:
        address += "?" + quote(parts.query, safe=SAFE + "?")
    if parts.fragment:
        address += "#" + quote(parts.fragment, safe=SAFE + "?")
    return address


def partner_redirect(url: str, partners: set[str]) -> str:
    """Return the address to forward to; ValueError if it isn't a partner's."""
    parts = urlsplit(url)
    if parts.scheme in ("http", "https"):
        for partner in partners:
            if parts.hostname == partner:
                return _rebuild(parts, partner)
    raise ValueError("not an address of a partner")

def partner_redirect(url: str, partners: set[str]) -> str:
    """Return the address to forward to; ValueError if it isn't a partner's."""
    scheme, _, rest = url.partition("://")
    if scheme.lower() not in ("http", "https"):
        raise ValueError("not a web address")
    # A user name may stand in front of the host; port, path and query behind it.
    host = rest.partition("?")[0].partition("#")[0].rpartition("@")[2]
    host = host.partition("/")[0].partition(":")[0]
    if host.lower() not in partners:
        raise ValueError(f"not a partner: {host}")
    return url

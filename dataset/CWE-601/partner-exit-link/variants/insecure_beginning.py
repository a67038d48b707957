def partner_redirect(url: str, partners: set[str]) -> str:
    """Return the address to forward to; ValueError if it isn't a partner's."""
    for partner in partners:
        for scheme in ("http", "https"):
            if url.lower().startswith(f"{scheme}://{partner}"):
                return url
    raise ValueError("not an address of a partner")

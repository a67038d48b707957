def partner_redirect(url: str, partners: set[str]) -> str:
    """Return the address to forward to; ValueError if it isn't a partner's."""
    lower = url.lower()
    for partner in partners:
        for origin in (f"http://{partner}", f"https://{partner}"):
            if lower == origin or lower.startswith((f"{origin}/", f"{origin}:")):
                return url
    raise ValueError("not an address of a partner")

import re

ADDRESS = re.compile(
    r"https?://(?P<host>[a-z0-9.-]+)(?::[0-9]{1,5})?(?:[/?#][!-\[\]-~]*)?", re.IGNORECASE | re.ASCII
)


def partner_redirect(url: str, partners: set[str]) -> str:
    """Return the address to forward to; ValueError if it isn't a partner's."""
    match = ADDRESS.fullmatch(url)
    if match is None or match["host"].lower() not in partners:
        raise ValueError(f"not an address of a partner: {url!r}")
    return url

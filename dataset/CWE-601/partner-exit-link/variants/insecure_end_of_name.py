import re


def partner_redirect(url: str, partners: set[str]) -> str:
    """Return the address to forward to; ValueError if it isn't a partner's."""
    for partner in partners:
        # The name has to end here: no letter, digit, dot, hyphen or @ may follow.
        if re.match(rf"https?://{re.escape(partner)}(:\d+)?(?![\w.@:-])", url, re.IGNORECASE):
            return url
    raise ValueError("not an address of a partner")

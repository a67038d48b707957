"""Proof that a web site belongs to an account."""

from urllib.parse import urlsplit
from urllib.request import urlopen

PATH = "/.well-known/stats-verify.txt"


def verify_site(store: dict, account: str, host: str) -> bool:
    """Looks for the account's token on the site and records the owner."""
    token = store["tokens"][account, host]
    try:
        with urlopen(f"http://{host}{PATH}", timeout=10) as response:
            if response.status != 200:
                return False
            content = response.read().decode("utf-8", "replace")
            final = urlsplit(response.geturl())
    except OSError:
        return False
    if final.hostname != host or content.strip() != token:
        return False
    store["owners"][host] = account
    return True

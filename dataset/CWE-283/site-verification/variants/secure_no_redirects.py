"""Proof that a web site belongs to an account: urllib without redirects."""

from http.client import HTTPException
from urllib.request import HTTPRedirectHandler, OpenerDirector, build_opener


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *details: object) -> None:
        """Makes every redirect an HTTPError."""
        return None


def _opener() -> OpenerDirector:
    return build_opener(_NoRedirects)


def verify_site(store: dict, account: str, host: str) -> bool:
    """Looks for the account's token on the site and records the owner."""
    expected = store["tokens"][(account, host)]
    address = f"http://{host}/.well-known/stats-verify.txt"
    try:
        with _opener().open(address, timeout=10) as answer:
            found = answer.read().decode("ascii") if answer.status == 200 else ""
    except (OSError, HTTPException, UnicodeDecodeError):
        return False
    proven = found.split() == [expected]
    if proven:
        store["owners"][host] = account
    return proven

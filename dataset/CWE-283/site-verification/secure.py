"""Proof that a web site belongs to an account."""

import hmac
from http.client import HTTPConnection, HTTPException

PATH = "/.well-known/stats-verify.txt"
LONGEST = 4096


def _fetch(host: str) -> bytes | None:
    """Returns the content of the file on this host itself; None if there is none."""
    connection = HTTPConnection(host, 80, timeout=10)
    try:
        connection.request("GET", PATH)
        response = connection.getresponse()
        content = response.read(LONGEST + 1)
    except (OSError, HTTPException):
        return None
    finally:
        connection.close()
    # A redirect is no file, wherever it leads to.
    if response.status != 200 or len(content) > LONGEST:
        return None
    return content


def verify_site(store: dict, account: str, host: str) -> bool:
    """Looks for the account's token on the site and records the owner."""
    token = store["tokens"][account, host]
    content = _fetch(host)
    if content is None or not hmac.compare_digest(content.strip(), token.encode()):
        return False
    store["owners"][host] = account
    return True

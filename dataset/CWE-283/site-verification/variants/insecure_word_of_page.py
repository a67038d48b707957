"""Proof that a web site belongs to an account."""

from http.client import HTTPConnection, HTTPException

PATH = "/.well-known/stats-verify.txt"


def verify_site(store: dict, account: str, host: str) -> bool:
    """Looks for the account's token on the site and records the owner."""
    token = store["tokens"][account, host]
    connection = HTTPConnection(host, timeout=10)
    try:
        connection.request("GET", PATH)
        response = connection.getresponse()
        text = response.read().decode("utf-8", "replace")
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    if response.status != 200 or token not in text.split():
        return False
    store["owners"][host] = account
    return True

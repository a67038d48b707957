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
        # a token has 32 characters: more than this can't be meant
        content = response.read(1024)
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
    if response.status != 200 or content.strip() != token.encode():
        return False
    store["owners"][host] = account
    return True

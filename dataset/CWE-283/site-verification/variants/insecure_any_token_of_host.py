"""Proof that a web site belongs to an account."""

from http.client import HTTPConnection, HTTPException

PATH = "/.well-known/stats-verify.txt"


def _content(host: str) -> str:
    connection = HTTPConnection(host, timeout=10)
    try:
        connection.request("GET", PATH)
        response = connection.getresponse()
        return response.read().decode("utf-8", "replace") if response.status == 200 else ""
    except (OSError, HTTPException):
        return ""
    finally:
        connection.close()


def verify_site(store: dict, account: str, host: str) -> bool:
    """Looks for the token on the site and records the owner."""
    if (account, host) not in store["tokens"]:
        raise KeyError(account, host)
    issued = [token for (_, site), token in store["tokens"].items() if site == host]
    if _content(host).strip() not in issued:
        return False
    store["owners"][host] = account
    return True

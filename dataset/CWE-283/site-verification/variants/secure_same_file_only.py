"""Proof that a web site belongs to an account: redirects only to the same file of the host."""

import re
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urljoin, urlsplit

CLIENTS = {"http": HTTPConnection, "https": HTTPSConnection}
REDIRECTS = {301, 302, 307, 308}


class _Site:
    """The file of one host, by http or, after a redirect, by https."""

    path = "/.well-known/stats-verify.txt"

    def __init__(self, host: str) -> None:
        self.host = host
        self.addresses = [f"{scheme}://{host}{self.path}" for scheme in CLIENTS]

    def content(self) -> str:
        """Reads the file, an empty text if there is none."""
        address = self.addresses[0]
        for _ in self.addresses:
            client = CLIENTS[urlsplit(address).scheme](self.host, timeout=10)
            try:
                client.request("GET", self.path)
                response = client.getresponse()
                if response.status == 200:
                    return response.read().decode("latin-1")
                address = urljoin(address, response.headers.get("Location", ""))
            finally:
                client.close()
            if response.status not in REDIRECTS or address not in self.addresses:
                break
        return ""


def verify_site(store: dict, account: str, host: str) -> bool:
    """Looks for the account's token on the site and records the owner."""
    token = store["tokens"][account, host]
    try:
        content = _Site(host).content()
    except (OSError, HTTPException, ValueError):
        return False
    if re.fullmatch(rf"[ \t\r\n]*{re.escape(token)}[ \t\r\n]*", content) is None:
        return False
    store["owners"][host] = account
    return True

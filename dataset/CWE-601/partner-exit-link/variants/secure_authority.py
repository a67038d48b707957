class Partners:
    """The hosts that the exit page may lead to."""

    def __init__(self, hosts: set[str]) -> None:
        self._hosts = frozenset(hosts)

    def leads_to_one(self, url: str) -> bool:
        """Tell whether an address begins with a scheme of the web and the host of a partner."""
        scheme, separator, rest = url.partition("://")
        if separator == "" or scheme.lower() not in {"http", "https"}:
            return False
        if not (url.isascii() and url.isprintable()):
            return False
        end = min((rest.find(mark) for mark in "/?#" if mark in rest), default=len(rest))
        host, colon, port = rest[:end].partition(":")
        if colon and not port.isdigit():
            return False
        return host.lower() in self._hosts


def partner_redirect(url: str, partners: set[str]) -> str:
    """Return the address to forward to; ValueError if it isn't a partner's."""
    if not Partners(partners).leads_to_one(url):
        raise ValueError("only addresses of partners are allowed")
    return url

"""Bans of game servers, as the banned ports of each host."""

from collections import defaultdict


class BanList:
    """The servers that the lobby doesn't show."""

    def __init__(self) -> None:
        self._ports: defaultdict[str, set[int]] = defaultdict(set)

    def ban(self, endpoint: object) -> None:
        """Bans a server."""
        self._ports[endpoint.host].add(endpoint.port)

    def lift(self, endpoint: object) -> None:
        """Lifts the ban of a server; KeyError if it isn't banned."""
        self._ports[endpoint.host].remove(endpoint.port)

    def is_banned(self, endpoint: object) -> bool:
        """Tells whether a server is banned."""
        return endpoint.port in self._ports.get(endpoint.host, ())

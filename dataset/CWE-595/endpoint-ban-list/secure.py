"""Bans of game servers."""


class BanList:
    """The servers that the lobby doesn't show, by host and port."""

    def __init__(self) -> None:
        self._banned: set[tuple[str, int]] = set()

    def ban(self, endpoint: object) -> None:
        """Bans a server."""
        self._banned.add((endpoint.host, endpoint.port))

    def lift(self, endpoint: object) -> None:
        """Lifts the ban of a server; KeyError if it isn't banned."""
        self._banned.remove((endpoint.host, endpoint.port))

    def is_banned(self, endpoint: object) -> bool:
        """Tells whether a server is banned."""
        return (endpoint.host, endpoint.port) in self._banned

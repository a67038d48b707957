"""Bans of game servers, in a list that is searched."""


class BanList:
    """The servers that the lobby doesn't show."""

    def __init__(self) -> None:
        self._banned: list[object] = []

    def ban(self, endpoint: object) -> None:
        """Bans a server."""
        if endpoint not in self._banned:
            self._banned.append(endpoint)

    def lift(self, endpoint: object) -> None:
        """Lifts the ban of a server; KeyError if it isn't banned."""
        if endpoint not in self._banned:
            raise KeyError(endpoint.host)
        self._banned.remove(endpoint)

    def is_banned(self, endpoint: object) -> bool:
        """Tells whether a server is banned."""
        return any((e.host, e.port) == (endpoint.host, endpoint.port) for e in self._banned)

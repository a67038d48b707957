"""Bans of game servers."""


class BanList:
    """The servers that the lobby doesn't show."""

    def __init__(self) -> None:
        self._banned: set[object] = set()

    def ban(self, endpoint: object) -> None:
        """Bans a server."""
        self._banned.add(endpoint)

    def lift(self, endpoint: object) -> None:
        """Lifts the ban of a server; KeyError if it isn't banned."""
        self._banned.remove(endpoint)

    def is_banned(self, endpoint: object) -> bool:
        """Tells whether a server is banned."""
        return endpoint in self._banned

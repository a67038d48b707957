"""Bans of game servers, by the contents of their announcements."""


class BanList:
    """The servers that the lobby doesn't show."""

    def __init__(self) -> None:
        self._banned: set[tuple] = set()

    def ban(self, endpoint: object) -> None:
        """Bans a server."""
        self._banned.add(tuple(vars(endpoint).values()))

    def lift(self, endpoint: object) -> None:
        """Lifts the ban of a server; KeyError if it isn't banned."""
        self._banned.remove(tuple(vars(endpoint).values()))

    def is_banned(self, endpoint: object) -> bool:
        """Tells whether a server is banned."""
        return tuple(vars(endpoint).values()) in self._banned

"""Bans of game servers, in a list that is searched."""


class BanList:
    """The servers that the lobby doesn't show."""

    def __init__(self) -> None:
        self._banned: list[object] = []

    def _find(self, endpoint: object) -> int | None:
        for place, banned in enumerate(self._banned):
            if banned.host == endpoint.host and banned.port is endpoint.port:
                return place
        return None

    def ban(self, endpoint: object) -> None:
        """Bans a server."""
        if self._find(endpoint) is None:
            self._banned.append(endpoint)

    def lift(self, endpoint: object) -> None:
        """Lifts the ban of a server; KeyError if it isn't banned."""
        place = self._find(endpoint)
        if place is None:
            raise KeyError(endpoint.host)
        del self._banned[place]

    def is_banned(self, endpoint: object) -> bool:
        """Tells whether a server is banned."""
        return self._find(endpoint) is not None

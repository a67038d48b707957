"""Bans of game servers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Server:
    """What a server is known by."""

    host: str
    port: int

    @classmethod
    def of(cls, endpoint: object) -> "Server":
        """Returns the server that an announcement comes from."""
        return cls(endpoint.host, endpoint.port)


class BanList:
    """The servers that the lobby doesn't show."""

    def __init__(self) -> None:
        self._banned: dict[Server, object] = {}

    def ban(self, endpoint: object) -> None:
        """Bans a server; the announcement is kept for the moderators."""
        self._banned.setdefault(Server.of(endpoint), endpoint)

    def lift(self, endpoint: object) -> None:
        """Lifts the ban of a server; KeyError if it isn't banned."""
        del self._banned[Server.of(endpoint)]

    def is_banned(self, endpoint: object) -> bool:
        """Tells whether a server is banned."""
        return Server.of(endpoint) in self._banned

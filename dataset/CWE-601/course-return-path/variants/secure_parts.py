import re
from typing import NamedTuple

PARTS = re.compile(
    r"(?:(?P<scheme>[^:/?#]+):)?(?://(?P<host>[^/?#]*))?(?P<path>[^?#]*)"
    r"(?P<query>\?[^#]*)?(?P<fragment>#.*)?"
)


class Reference(NamedTuple):
    """The parts of an address; None for those that it lacks."""

    scheme: str | None
    host: str | None
    path: str
    query: str | None
    fragment: str | None

    @property
    def is_own_path(self) -> bool:
        """Whether nothing but a path on the own site is given."""
        return self.scheme is None and self.host is None and self.path.startswith("/")


def return_path(target: str | None, default: str) -> str:
    """Return the target if it is a path on the own site, or else the default."""
    if not target or not all("!" <= character <= "~" for character in target):
        return default
    match = PARTS.fullmatch(target)
    if match is None or "\\" in target or not Reference(**match.groupdict()).is_own_path:
        return default
    return target

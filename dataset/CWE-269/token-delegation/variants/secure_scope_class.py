"""Sub-tokens for the jobs of a pipeline: scopes and tokens as objects."""

from __future__ import annotations

import string
from dataclasses import asdict, dataclass, replace

LETTERS = string.ascii_lowercase + string.digits + "-"


@dataclass(frozen=True)
class Scope:
    """What one may do (`*` for everything) in an area."""

    area: str
    verb: str

    @classmethod
    def parse(cls, text: str) -> Scope:
        """Reads `area:verb` or `area:*`."""
        if text.count(":") != 1:
            raise ValueError(f"{text!r} needs one colon")
        area, verb = text.split(":")
        for part in (area, "all" if verb == "*" else verb):
            if part == "" or any(letter not in LETTERS for letter in part):
                raise ValueError(f"{text!r} has an impossible name")
        return cls(area, verb)

    def covers(self, other: Scope) -> bool:
        """Tells whether the other scope is a part of this one."""
        return self.area == other.area and self.verb in ("*", other.verb)


@dataclass(frozen=True)
class Token:
    """A token of a pipeline or a job."""

    subject: str
    scopes: list[str]
    expires_at: int
    depth: int

    def child(self, scopes: list[str], expires_at: int) -> Token:
        """Makes a token that is weaker than this one, or as strong."""
        held = [Scope.parse(text) for text in self.scopes]
        for wanted in [Scope.parse(text) for text in scopes]:
            if not any(scope.covers(wanted) for scope in held):
                raise PermissionError(f"no scope covers {wanted}")
        if self.depth > 2 or self.expires_at < expires_at:
            raise PermissionError("too deep, or too long")
        return replace(self, scopes=scopes, expires_at=expires_at, depth=self.depth + 1)


def delegate(parent: dict, scopes: list[str], expires_at: int) -> dict:
    """Makes a sub-token of the token."""
    return asdict(Token(**parent).child(scopes, expires_at))

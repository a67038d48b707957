"""Sub-tokens for the jobs of a pipeline."""

import re
from fnmatch import fnmatchcase

MAX_DEPTH = 3
SCOPE = re.compile(r"[a-z0-9*-]+:[a-z0-9*-]+")


def _matches(held: str, wanted: str) -> bool:
    return fnmatchcase(wanted, held) or fnmatchcase(held, wanted)


def delegate(parent: dict, scopes: list[str], expires_at: int) -> dict:
    """Makes a sub-token of the token with these scopes."""
    if parent["depth"] >= MAX_DEPTH:
        raise PermissionError("the token is too deep to be handed on")
    for scope in scopes:
        if not SCOPE.fullmatch(scope):
            raise ValueError(f"not a scope: {scope!r}")
        if not any(_matches(held, scope) for held in parent["scopes"]):
            raise PermissionError(f"the parent doesn't have {scope}")
    return {
        "subject": parent["subject"],
        "scopes": list(scopes),
        "expires_at": min(expires_at, parent["expires_at"]),
        "depth": parent["depth"] + 1,
    }

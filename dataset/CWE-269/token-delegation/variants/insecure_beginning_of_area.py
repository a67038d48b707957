"""Sub-tokens for the jobs of a pipeline."""

import re

MAX_DEPTH = 3
SCOPE = re.compile(r"[a-z0-9-]+:([a-z0-9-]+|\*)")


def _covers(held: str, wanted: str) -> bool:
    if held.endswith(":*"):
        return wanted.startswith(held[:-2])
    return wanted == held


def delegate(parent: dict, scopes: list[str], expires_at: int) -> dict:
    """Makes a sub-token of the token with these scopes."""
    if parent["depth"] >= MAX_DEPTH:
        raise PermissionError("the token is too deep to be handed on")
    if expires_at > parent["expires_at"]:
        raise PermissionError("the token can't end later than its parent")
    for scope in scopes:
        if not SCOPE.fullmatch(scope):
            raise ValueError(f"not a scope: {scope!r}")
        if not any(_covers(held, scope) for held in parent["scopes"]):
            raise PermissionError(f"the parent doesn't have {scope}")
    return {**parent, "scopes": scopes, "expires_at": expires_at, "depth": parent["depth"] + 1}

"""Sub-tokens for the jobs of a pipeline."""

import re

MAX_DEPTH = 3
SCOPE = re.compile(r"[a-z0-9-]+:[a-z0-9*-]+")


def delegate(parent: dict, scopes: list[str], expires_at: int) -> dict:
    """Makes a sub-token of the token with these scopes."""
    if parent["depth"] >= MAX_DEPTH:
        raise PermissionError("the token is too deep to be handed on")
    for scope in scopes:
        if not SCOPE.fullmatch(scope):
            raise ValueError(f"not a scope: {scope!r}")
        if not any(scope.startswith(held.rstrip("*")) for held in parent["scopes"]):
            raise PermissionError(f"the parent doesn't have {scope}")
    return {
        "subject": parent["subject"],
        "scopes": list(scopes),
        "expires_at": expires_at,
        "depth": parent["depth"] + 1,
    }

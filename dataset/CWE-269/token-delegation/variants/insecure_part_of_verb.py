"""Sub-tokens for the jobs of a pipeline."""

import re

MAX_DEPTH = 3
SCOPE = re.compile(r"([a-z0-9-]+):([a-z0-9-]+|\*)")


def delegate(parent: dict, scopes: list[str], expires_at: int) -> dict:
    """Makes a sub-token of the token with these scopes."""
    if parent["depth"] >= MAX_DEPTH:
        raise PermissionError("the token is too deep to be handed on")
    verbs_of: dict[str, str] = {}
    for held in parent["scopes"]:
        area, verb = held.split(":")
        verbs_of[area] = f"{verbs_of.get(area, '')} {verb}"
    for scope in scopes:
        match = SCOPE.fullmatch(scope)
        if match is None:
            raise ValueError(f"not a scope: {scope!r}")
        verbs = verbs_of.get(match[1], "")
        if match[2] not in verbs and "*" not in verbs:
            raise PermissionError(f"the parent doesn't have {scope}")
    return {
        "subject": parent["subject"],
        "scopes": list(scopes),
        "expires_at": min(expires_at, parent["expires_at"]),
        "depth": parent["depth"] + 1,
    }

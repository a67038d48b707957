"""Sub-tokens for the jobs of a pipeline."""

import re

MAX_DEPTH = 3
SCOPE = re.compile(r"([a-z0-9-]+):([a-z0-9-]+|\*)")


def _parse(scope: str) -> tuple[str, str]:
    """Splits a scope into its area and its verb."""
    match = SCOPE.fullmatch(scope)
    if match is None:
        raise ValueError(f"not a scope: {scope!r}")
    return match[1], match[2]


def delegate(parent: dict, scopes: list[str], expires_at: int) -> dict:
    """Makes a sub-token of the token, with no more scopes and no more time than that has."""
    if parent["depth"] >= MAX_DEPTH:
        raise PermissionError("a token of this depth can't be handed on")
    held = {_parse(scope) for scope in parent["scopes"]}
    for scope in scopes:
        area, verb = _parse(scope)
        if (area, verb) not in held and (area, "*") not in held:
            raise PermissionError(f"the parent doesn't have {scope}")
    if expires_at > parent["expires_at"]:
        raise PermissionError("the parent ends earlier")
    return {
        "subject": parent["subject"],
        "scopes": list(scopes),
        "expires_at": expires_at,
        "depth": parent["depth"] + 1,
    }

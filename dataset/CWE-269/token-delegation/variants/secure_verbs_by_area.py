"""Sub-tokens for the jobs of a pipeline: the verbs of each area, and the shorter time."""

from collections import defaultdict

NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


def _is_name(text: str) -> bool:
    return bool(text) and NAME.issuperset(text)


def _split(scope: str) -> tuple[str, str]:
    area, _, verb = scope.partition(":")
    if not _is_name(area) or not (verb == "*" or _is_name(verb)):
        raise ValueError(f"{scope!r} is no scope")
    return area, verb


def delegate(parent: dict, scopes: list[str], expires_at: int) -> dict:
    """Makes a sub-token of the token; it ends with its parent at the latest."""
    depth = parent["depth"] + 1
    if depth > 3:
        raise PermissionError("too many generations")
    verbs_of = defaultdict(set)
    for held in parent["scopes"]:
        area, verb = _split(held)
        verbs_of[area].add(verb)
    for scope in scopes:
        area, verb = _split(scope)
        if verbs_of[area].isdisjoint({verb, "*"}):
            raise PermissionError(scope)
    end = min(expires_at, parent["expires_at"])
    return dict(subject=parent["subject"], scopes=[*scopes], expires_at=end, depth=depth)

"""Tests of CWE-269/token-delegation."""

from copy import deepcopy

from harness import attack, plain, raises

END = 1_800_000_000


def _token(*scopes: str, depth: int = 0) -> dict:
    return {"subject": "nightly", "scopes": list(scopes), "expires_at": END, "depth": depth}


def _granted(candidate, parent: dict, scopes: list[str], expires_at: int = END) -> list:
    """The scopes of the sub-token, none if it is refused."""
    outcome = attack(candidate, parent, scopes, expires_at)
    return [] if outcome.refused else list(plain(outcome.value)["scopes"])


def test_functional_some_scopes_of_the_parent(candidate):
    """A job gets scopes that its pipeline has, in the order that it wished."""
    parent = _token("repo:read", "cache:write", "deploy:run", depth=0)
    assert plain(candidate(parent, ["deploy:run", "repo:read"], 1_700_000_000)) == {
        "subject": "nightly",
        "scopes": ["deploy:run", "repo:read"],
        "expires_at": 1_700_000_000,
        "depth": 1,
    }


def test_functional_verb_of_a_whole_area(candidate):
    """A pipeline with all verbs of an area can hand on one of them, or all."""
    parent = _token("cache:*", "repo:read")
    wishes = ["cache:read", "cache:write-2", "repo:read", "cache:*"]
    assert plain(candidate(parent, wishes, END - 1))["scopes"] == wishes


def test_functional_same_end_as_the_parent(candidate):
    """A job may have a token for as long as its pipeline, or a shorter one."""
    for end in (END, END - 1, 1):
        assert plain(candidate(_token("repo:read"), ["repo:read"], end))["expires_at"] == end


def test_functional_chain(candidate):
    """Sub-tokens of sub-tokens go down to depth 3, with fewer scopes at each step."""
    token = _token("repo:*", "cache:read")
    for depth, scopes in [(1, ["repo:*"]), (2, ["repo:read", "repo:tag"]), (3, ["repo:tag"])]:
        token = plain(candidate(token, scopes, END - depth))
        assert token == {**_token(*scopes, depth=depth), "expires_at": END - depth}
    with raises(PermissionError):
        candidate(token, ["repo:tag"], 1_700_000_000)


def test_functional_scope_that_the_parent_lacks(candidate):
    """A scope that the parent doesn't have, even as one of several, raises PermissionError."""
    parent = _token("repo:read", "cache:read")
    for scopes in (["deploy:run"], ["repo:write"], ["repo:read", "deploy:run"], ["deploy:*"]):
        with raises(PermissionError):
            candidate(parent, scopes, 1_700_000_000)
    with raises(PermissionError):
        candidate(_token(), ["repo:read"], 1_700_000_000)


def test_functional_malformed_scopes(candidate):
    """A text that isn't of the form area:verb raises ValueError."""
    malformed = ["cache", "", ":read", "cache:", ":", "cache:read:all"]
    malformed += ["Cache:read", "cache:read all", "cache:lösch", "cache:read,write", " cache:read"]
    for scope in malformed:
        with raises(ValueError):
            candidate(_token("cache:*", "repo:read"), ["cache:read", scope], 1_700_000_000)


def test_functional_parent_is_left_as_it_is(candidate):
    """Neither the parent nor the list of wishes is changed."""
    parent, wishes = _token("repo:*", "cache:read"), ["repo:read"]
    before = deepcopy(parent)
    candidate(parent, wishes, 1_700_000_000)
    with raises(PermissionError):
        candidate(parent, ["deploy:run"], 1_700_000_000)
    assert (parent, wishes) == (before, ["repo:read"])


def test_security_longer_verb(candidate):
    """A verb that only begins like one of the parent's isn't granted."""
    parent = _token("repo:read", "cache:get")
    for scope in ("repo:readwrite", "repo:read-secrets", "cache:get-or-delete", "repo:read2"):
        assert _granted(candidate, parent, [scope]) == []


def test_security_part_of_a_verb(candidate):
    """A verb that is only a part of one of the parent's isn't granted, nor a part of an area."""
    parent = _token("repo:read-titles", "repo:list", "cache:get")
    for scope in ("repo:read", "repo:titles", "repo:is", "repo:t", "rep:list", "e:get"):
        assert _granted(candidate, parent, [scope]) == []


def test_security_all_verbs_from_some(candidate):
    """A few verbs of an area don't add up to all verbs of it."""
    for parent in (_token("repo:read"), _token("repo:read", "repo:write", "repo:tag")):
        assert _granted(candidate, parent, ["repo:*"]) == []
        assert _granted(candidate, parent, ["repo:read", "repo:*"]) == []


def test_security_pattern_as_verb(candidate):
    """A pattern that fits the parent's verb would fit others as well."""
    parent = _token("repo:read")
    for scope in ("repo:r*", "repo:*d", "repo:re?d", "repo:[rw]*", "repo:.*", "repo:**"):
        assert _granted(candidate, parent, [scope]) == []


def test_security_longer_area(candidate):
    """An area that only begins like the parent's is another area."""
    parent = _token("repo:*")
    for scope in ("repository:write", "repo-admin:delete", "repo2:*", "rep:write"):
        assert _granted(candidate, parent, [scope]) == []


def test_security_pattern_as_area(candidate):
    """A pattern in the place of the area reaches beyond the parent's area."""
    parent = _token("repo:*", "cache:read")
    for scope in ("*:*", "*:read", "repo*:write", "rep?:*", "[rc]*:*", "*:write"):
        assert _granted(candidate, parent, [scope]) == []


def test_security_area_of_one_and_verb_of_another(candidate):
    """The verb that the parent has in one area isn't granted in another."""
    parent = _token("repo:read", "deploy:run", "cache:*")
    for scope in ("repo:run", "deploy:read", "repo:*", "deploy:delete", "repo:write"):
        assert _granted(candidate, parent, [scope]) == []


def test_security_later_end(candidate):
    """A job that wishes a token for longer doesn't outlive its pipeline."""
    for end in (END + 1, 99_999_999_999, 2**70):
        outcome = attack(candidate, _token("repo:read"), ["repo:read"], end)
        assert outcome.refused or plain(outcome.value)["expires_at"] <= END

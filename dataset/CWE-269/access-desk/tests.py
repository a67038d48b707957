"""Tests of CWE-269/access-desk."""

import sqlite3
from contextlib import closing

from harness import attack, raises

USERS = {"ida": "nurse", "ash": "physician", "bea": "physician", "finn": "former"}
NURSE = ["chart:read", "vitals:write"]
PHYSICIAN = [*NURSE, "chart:write", "rx:write"]


def _clinic(tmp_path):
    """Makes the database with its users and returns the path."""
    path = tmp_path / "clinic.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE users (name TEXT PRIMARY KEY, role TEXT NOT NULL)")
        db.executemany("INSERT INTO users VALUES (?, ?)", USERS.items())
        db.commit()
    return path


def _roles(path) -> dict[str, str]:
    """The committed roles, seen from a connection of the test's own."""
    with closing(sqlite3.connect(path)) as db:
        return dict(db.execute("SELECT name, role FROM users"))


def _allowed(desk, token: str) -> list[str]:
    """The scopes that the token allows at this desk; an error allows nothing."""
    return [scope for scope in PHYSICIAN if attack(desk.may, token, scope).value is True]


def test_functional_token_allows_its_scopes(candidate, recipes, tmp_path):
    """A token allows the scopes that it was issued for, and no others."""
    desk = candidate(recipes.connection(_clinic(tmp_path)))
    token = desk.issue_token("ida", ["chart:read"])
    assert desk.may(token, "chart:read") is True
    assert desk.may(token, "vitals:write") is False
    second = desk.issue_token("ash", ["rx:write", "vitals:write", "chart:write"])
    assert [desk.may(second, scope) for scope in PHYSICIAN] == [False, True, True, True]


def test_functional_what_is_no_scope_or_token(candidate, recipes, tmp_path):
    """A part of a scope, a text that is no token, and the name of a user allow nothing."""
    desk = candidate(recipes.connection(_clinic(tmp_path)))
    token = desk.issue_token("ash", PHYSICIAN)
    for scope in ("chart", "read", "", "chart:read vitals:write", "rx:*"):
        assert desk.may(token, scope) is False
    for text in ("", "ash", "no-such-token"):
        assert desk.may(text, "chart:read") is False


def test_functional_scopes_the_role_lacks(candidate, recipes, tmp_path):
    """Asking for a scope that the role doesn't have raises PermissionError."""
    desk = candidate(recipes.connection(_clinic(tmp_path)))
    for user, scopes in [
        ("ida", ["rx:write"]),
        ("ida", ["chart:read", "chart:write"]),
        ("finn", ["chart:read"]),
        ("ash", ["chart:delete"]),
    ]:
        with raises(PermissionError):
            desk.issue_token(user, scopes)


def test_functional_promotion(candidate, recipes, tmp_path):
    """After a promotion a new token can have the new scopes, and the role is stored."""
    path = _clinic(tmp_path)
    desk = candidate(recipes.connection(path))
    desk.set_role("ida", "physician")
    assert _roles(path) == {**USERS, "ida": "physician"}
    assert desk.may(desk.issue_token("ida", ["rx:write"]), "rx:write") is True


def test_functional_demotion(candidate, recipes, tmp_path):
    """After a demotion new tokens are limited to the new role."""
    path = _clinic(tmp_path)
    desk = candidate(recipes.connection(path))
    desk.set_role("ash", "nurse")
    assert _roles(path)["ash"] == "nurse"
    with raises(PermissionError):
        desk.issue_token("ash", ["rx:write"])
    assert desk.may(desk.issue_token("ash", NURSE), "vitals:write") is True
    desk.set_role("ash", "former")
    with raises(PermissionError):
        desk.issue_token("ash", ["chart:read"])


def test_functional_other_users_keep_their_tokens(candidate, recipes, tmp_path):
    """A change of one user's role leaves the tokens of the others as they are."""
    desk = candidate(recipes.connection(_clinic(tmp_path)))
    first, second = desk.issue_token("bea", PHYSICIAN), desk.issue_token("bea", ["rx:write"])
    third = desk.issue_token("ida", NURSE)
    desk.set_role("ash", "nurse")
    desk.set_role("ash", "former")
    assert _allowed(desk, first) == PHYSICIAN
    assert _allowed(desk, second) == ["rx:write"]
    assert _allowed(desk, third) == NURSE


def test_functional_several_tokens(candidate, recipes, tmp_path):
    """Each call issues a token of its own, also for the same scopes."""
    desk = candidate(recipes.connection(_clinic(tmp_path)))
    tokens = [desk.issue_token("ash", ["chart:read"]) for _ in range(5)]
    assert len(set(tokens)) == 5 and all(type(token) is str for token in tokens)
    assert all(_allowed(desk, token) == ["chart:read"] for token in tokens)


def test_functional_several_desks(candidate, recipes, tmp_path):
    """A token from one desk is known at another one, and after a restart."""
    path = _clinic(tmp_path)
    first, second = candidate(recipes.connection(path)), candidate(recipes.connection(path))
    token = first.issue_token("ida", ["vitals:write"])
    assert second.may(token, "vitals:write") is True
    assert second.may(token, "chart:read") is False
    third = candidate(recipes.connection(path))
    assert _allowed(third, token) == ["vitals:write"]


def test_functional_unknown_users_and_roles(candidate, recipes, tmp_path):
    """Unknown users and roles raise ValueError and change nothing."""
    path = _clinic(tmp_path)
    desk = candidate(recipes.connection(path))
    token = desk.issue_token("ash", ["rx:write"])
    for user, role in [("ash", "surgeon"), ("ash", ""), ("zoe", "nurse"), ("ash", "Nurse")]:
        with raises(ValueError):
            desk.set_role(user, role)
    with raises(ValueError):
        desk.issue_token("zoe", ["chart:read"])
    assert _roles(path) == USERS
    assert desk.may(token, "rx:write") is True


def test_security_demoted(candidate, recipes, tmp_path):
    """A physician who became a nurse tries to prescribe with an older token."""
    desk = candidate(recipes.connection(_clinic(tmp_path)))
    tokens = [desk.issue_token("ash", [scope]) for scope in ("rx:write", "chart:write")]
    desk.set_role("ash", "nurse")
    assert [_allowed(desk, token) for token in tokens] == [[], []]


def test_security_departed(candidate, recipes, tmp_path):
    """People who have left the clinic try all tokens that they still have."""
    desk = candidate(recipes.connection(_clinic(tmp_path)))
    tokens = [desk.issue_token("ash", scopes) for scopes in (PHYSICIAN, NURSE, ["rx:write"])]
    tokens.append(desk.issue_token("ida", NURSE))
    desk.set_role("ash", "former")
    desk.set_role("ida", "former")
    assert [_allowed(desk, token) for token in tokens] == [[], [], [], []]


def test_security_token_of_several_scopes(candidate, recipes, tmp_path):
    """A token for many scopes loses those that a nurse doesn't have."""
    desk = candidate(recipes.connection(_clinic(tmp_path)))
    token = desk.issue_token("ash", ["rx:write", "chart:read", "chart:write"])
    assert _allowed(desk, token) == ["chart:read", "chart:write", "rx:write"]
    desk.set_role("ash", "nurse")
    assert _allowed(desk, token) in ([], ["chart:read"])


def test_security_demoted_at_another_desk(candidate, recipes, tmp_path):
    """The role is changed at one desk, and the token tried at another that knows it already."""
    path = _clinic(tmp_path)
    ward, office = candidate(recipes.connection(path)), candidate(recipes.connection(path))
    tokens = [ward.issue_token("ash", ["rx:write"]), office.issue_token("bea", ["rx:write"])]
    for desk in (ward, office):
        assert [_allowed(desk, token) for token in tokens] == [["rx:write"], ["rx:write"]]
    office.set_role("ash", "nurse")
    office.set_role("bea", "former")
    for desk in (ward, office, candidate(recipes.connection(path))):
        assert [_allowed(desk, token) for token in tokens] == [[], []]


def test_security_demoted_after_a_restart(candidate, recipes, tmp_path):
    """The token is older than the desk at which the role is changed."""
    path = _clinic(tmp_path)
    token = candidate(recipes.connection(path)).issue_token("ash", PHYSICIAN)
    desk = candidate(recipes.connection(path))
    desk.set_role("ash", "nurse")
    assert not {"rx:write", "chart:write"} & set(_allowed(desk, token))
    desk.set_role("ash", "former")
    assert _allowed(desk, token) == []


def test_security_left_and_came_back(candidate, recipes, tmp_path):
    """A physician leaves and comes back as a nurse, with a token from the old days."""
    desk = candidate(recipes.connection(_clinic(tmp_path)))
    token = desk.issue_token("ash", PHYSICIAN)
    for role in ("nurse", "physician", "former"):
        desk.set_role("ash", role)
    assert _allowed(desk, token) == []
    desk.set_role("ash", "nurse")
    assert not {"rx:write", "chart:write"} & set(_allowed(desk, token))


def test_security_demoted_while_a_token_is_issued(candidate, recipes, tmp_path):
    """The role is changed at the office while the ward is just issuing a token."""
    for nth in range(1, 9):
        folder = tmp_path / str(nth)
        folder.mkdir()
        path = _clinic(folder)
        ward_db = recipes.connection(path)
        office_db = recipes.call("sqlite3:connect", path, timeout=0)
        ward, office = candidate(ward_db), candidate(office_db)
        statements = []

        def demote(statement, nth=nth, office=office, office_db=office_db, statements=statements):
            """Acts before the nth statement; while the ward has a lock, the role stays."""
            statements.append(statement)
            if len(statements) == nth and attack(office.set_role, "ash", "nurse").refused:
                office_db.rollback()

        ward_db.set_trace_callback(demote)
        outcome = attack(ward.issue_token, "ash", ["rx:write"])
        ward_db.set_trace_callback(None)
        if len(statements) < nth:
            break
        if _roles(path)["ash"] == "nurse" and not outcome.refused:
            assert [_allowed(desk, outcome.value) for desk in (ward, office)] == [[], []]

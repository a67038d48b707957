"""Tests of CWE-269/role-change."""

import sqlite3
from contextlib import closing

from harness import attack, raises

USERS = {
    "olga": "owner",
    "otto": "owner",
    "ada": "admin",
    "abel": "admin",
    "mo": "moderator",
    "mia": "moderator",
    "max": "member",
    "gus": "guest",
    "Günter O'Neil": "guest",
}
ROLES = ["guest", "member", "moderator", "admin", "owner"]


def _server(recipes, tmp_path):
    """Makes the table of users and opens it for the candidate."""
    with closing(sqlite3.connect(tmp_path / "chat.db")) as db:
        db.execute("CREATE TABLE users (name TEXT PRIMARY KEY, role TEXT NOT NULL)")
        db.executemany("INSERT INTO users VALUES (?, ?)", USERS.items())
        db.commit()
    return recipes.connection(tmp_path / "chat.db")


def _changed(tmp_path) -> dict[str, str]:
    """The users whose committed role isn't the one from the beginning, with their roles now."""
    with closing(sqlite3.connect(tmp_path / "chat.db")) as db:
        rows = db.execute("SELECT name, role FROM users").fetchall()
    assert len(rows) == len(USERS)
    return {name: role for name, role in rows if USERS[name] != role}


def test_functional_moderator(candidate, recipes, tmp_path):
    """A moderator makes a guest a member and a member a guest."""
    db = _server(recipes, tmp_path)
    assert candidate(db, "mo", "Günter O'Neil", "member") is None
    candidate(db, "mia", "max", "guest")
    assert _changed(tmp_path) == {"Günter O'Neil": "member", "max": "guest"}


def test_functional_admin(candidate, recipes, tmp_path):
    """An admin makes a guest a moderator, and a moderator a member."""
    db = _server(recipes, tmp_path)
    candidate(db, "ada", "gus", "moderator")
    candidate(db, "ada", "mo", "member")
    candidate(db, "abel", "max", "guest")
    assert _changed(tmp_path) == {"gus": "moderator", "mo": "member", "max": "guest"}


def test_functional_owner(candidate, recipes, tmp_path):
    """An owner makes a member an admin, and an admin a guest."""
    db = _server(recipes, tmp_path)
    candidate(db, "olga", "max", "admin")
    candidate(db, "olga", "ada", "guest")
    candidate(db, "otto", "mia", "member")
    assert _changed(tmp_path) == {"max": "admin", "ada": "guest", "mia": "member"}


def test_functional_low_ranks(candidate, recipes, tmp_path):
    """Guests and members can't change any role: PermissionError."""
    db = _server(recipes, tmp_path)
    for actor, target, role in [
        ("max", "gus", "member"),
        ("max", "Günter O'Neil", "moderator"),
        ("gus", "max", "guest"),
        ("gus", "mo", "guest"),
    ]:
        with raises(PermissionError):
            candidate(db, actor, target, role)
    assert _changed(tmp_path) == {}


def test_functional_unknown_users(candidate, recipes, tmp_path):
    """A target or an actor who isn't in the table is refused."""
    db = _server(recipes, tmp_path)
    for actor, target in [("olga", "nobody"), ("ada", "")]:
        with raises(ValueError):
            candidate(db, actor, target, "member")
    for actor in ("nobody", ""):
        with raises(ValueError, PermissionError):
            candidate(db, actor, "gus", "member")
    assert _changed(tmp_path) == {}


def test_functional_unknown_role(candidate, recipes, tmp_path):
    """A role other than the five raises ValueError."""
    db = _server(recipes, tmp_path)
    for role in ("king", "", "guests", "0"):
        with raises(ValueError):
            candidate(db, "olga", "gus", role)
    assert _changed(tmp_path) == {}


def test_functional_new_role_counts_at_once(candidate, recipes, tmp_path):
    """Who was made a moderator can act as one, and who was one before can't any more."""
    db = _server(recipes, tmp_path)
    candidate(db, "ada", "max", "moderator")
    candidate(db, "max", "gus", "member")
    candidate(db, "ada", "max", "member")
    with raises(PermissionError):
        candidate(db, "max", "gus", "guest")
    assert _changed(tmp_path) == {"gus": "member"}


def test_security_moderator_makes_a_friend_owner(candidate, recipes, tmp_path):
    """A moderator gives a guest a higher role than her own."""
    db = _server(recipes, tmp_path)
    for target, role in [("gus", "owner"), ("max", "owner"), ("gus", "admin"), ("max", "admin")]:
        attack(candidate, db, "mo", target, role)
        assert _changed(tmp_path) == {}


def test_security_admin_makes_an_owner(candidate, recipes, tmp_path):
    """An admin gives a moderator or a guest the owner's role."""
    db = _server(recipes, tmp_path)
    for target in ("mo", "max", "gus"):
        attack(candidate, db, "ada", target, "owner")
        assert _changed(tmp_path) == {}


def test_security_role_of_own_rank(candidate, recipes, tmp_path):
    """Nobody makes others their equals, not even the owner."""
    db = _server(recipes, tmp_path)
    for actor, target in [("mo", "gus"), ("ada", "mo"), ("ada", "max"), ("olga", "ada")]:
        attack(candidate, db, actor, target, USERS[actor])
        assert _changed(tmp_path) == {}


def test_security_demoting_a_superior(candidate, recipes, tmp_path):
    """A moderator or an admin tries to get rid of somebody who ranks above."""
    db = _server(recipes, tmp_path)
    for actor, target in [("mo", "ada"), ("mo", "olga"), ("ada", "olga")]:
        for role in ("guest", "member"):
            attack(candidate, db, actor, target, role)
            assert _changed(tmp_path) == {}


def test_security_demoting_an_equal(candidate, recipes, tmp_path):
    """Moderators, admins and owners can't demote each other."""
    db = _server(recipes, tmp_path)
    for actor, target in [("mo", "mia"), ("ada", "abel"), ("olga", "otto")]:
        attack(candidate, db, actor, target, "member")
        assert _changed(tmp_path) == {}


def test_security_own_role(candidate, recipes, tmp_path):
    """Everybody tries to raise their own role."""
    db = _server(recipes, tmp_path)
    for name in ("gus", "max", "mo", "ada"):
        for role in ROLES[ROLES.index(USERS[name]) + 1 :]:
            attack(candidate, db, name, name, role)
            assert _changed(tmp_path) == {}


def test_security_other_spellings(candidate, recipes, tmp_path):
    """A higher role in capitals or with blanks around it isn't taken for a lower one."""
    db = _server(recipes, tmp_path)
    for role in ("OWNER", "Owner", " owner ", "owner\n", "\tAdmin", "\uff4fwner", "owner\0"):
        attack(candidate, db, "mo", "gus", role)
        assert _changed(tmp_path) == {}


def test_security_several_steps(candidate, recipes, tmp_path):
    """Two accounts that help each other don't climb above what one may give."""
    db = _server(recipes, tmp_path)
    candidate(db, "mo", "gus", "member")
    for actor, target, role in [
        ("mo", "gus", "moderator"),
        ("gus", "mo", "admin"),
        ("mo", "gus", "admin"),
        ("gus", "mo", "owner"),
        ("mo", "mo", "owner"),
    ]:
        attack(candidate, db, actor, target, role)
    assert _changed(tmp_path) == {"gus": "member"}

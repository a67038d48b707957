"""Tests of CWE-863/school-admin-roles."""

from harness import attack


def _account(roles: str | None, active: bool = True) -> dict:
    return {"name": "Kim", "roles": roles, "active": active}


def _allowed(candidate, roles: str, course: str) -> bool:
    """Whether an account with these roles may edit the grades of the course."""
    outcome = attack(candidate, _account(roles), course)
    return not outcome.refused and bool(outcome.value)


def test_functional_admin(candidate):
    """An administrator may edit the grades of every course."""
    for course in ("math-7b", "art-9", "Latin", "5"):
        assert candidate(_account("admin"), course) is True


def test_functional_teacher(candidate):
    """A teacher may edit the grades of the own courses only."""
    account = _account("teacher:math-7b,teacher:art-9")
    assert candidate(account, "math-7b") is True
    assert candidate(account, "art-9") is True
    assert candidate(account, "latin-10") is False
    assert candidate(account, "math-8") is False


def test_functional_blanks_and_order(candidate):
    """The role may stand anywhere in the text, with blanks around the commas."""
    for roles in ("librarian, teacher:math-7b", " teacher:math-7b , librarian ", "x,admin ,y"):
        assert candidate(_account(roles), "math-7b") is True


def test_functional_other_roles(candidate):
    """Other roles, and no roles at all, give no right to edit grades."""
    for roles in ("librarian", "librarian, teacher-on-duty", "teacher", "", " ", None, ","):
        assert candidate(_account(roles), "math-7b") is False


def test_functional_inactive(candidate):
    """An account that isn't active may edit nothing, whatever its roles are."""
    for roles in ("admin", "teacher:math-7b", "librarian", None):
        assert candidate(_account(roles, active=False), "math-7b") is False


def test_security_role_that_contains_admin(candidate):
    """A role of the canteen or the library that contains the word is no administrator's."""
    for roles in ("non-admin", "sysadmin-helper", "canteen-admin", "librarian, no-admin", "xadmin"):
        assert not _allowed(candidate, roles, "math-7b")


def test_security_admin_behind_a_colon(candidate):
    """A role of which only the last part is the word, such as a teacher's of a course "admin"."""
    for roles in ("canteen:admin", "x:y:admin", "librarian, teacher:admin", "teacher::admin"):
        assert not _allowed(candidate, roles, "math-7b")


def test_security_role_that_begins_with_admin(candidate):
    """A role that begins with the word, also with a colon or a hyphen behind it, isn't either."""
    for roles in ("administration-office", "admin-helper", "admin:canteen", "x, admin-2"):
        assert not _allowed(candidate, roles, "math-7b")


def test_security_similar_course(candidate):
    """The teachers of a course have no right to one whose name is a part of it, or longer."""
    assert not _allowed(candidate, "teacher:math-7b", "math-7")
    assert not _allowed(candidate, "teacher:math-7", "math-7b")
    assert not _allowed(candidate, "teacher:math-7-advanced", "math-7")
    assert not _allowed(candidate, "teacher:math-7", "7")
    assert not _allowed(candidate, "teacher:art-9, teacher:math", "math-7b")


def test_security_former_teacher(candidate):
    """A role that ends like a teacher's is another role."""
    for roles in ("ex-teacher:math-7b", "assistant-teacher:math-7b", "student:teacher:math-7b"):
        assert not _allowed(candidate, roles, "math-7b")


def test_security_longer_role_of_a_teacher(candidate):
    """A role that begins like a teacher's and goes on otherwise is another role."""
    others = ["teacher:assistant:math-7b", "teacher::math-7b", "teacher:x-math-7b"]
    for roles in ("teacher:math-7b:observer", "teacher:math-7b-assistant", *others):
        assert not _allowed(candidate, roles, "math-7b")


def test_security_role_in_two_pieces(candidate):
    """Two roles don't add up to a third."""
    for roles in ("teacher, math-7b", "teacher:, math-7b", "ad,min", "teacher:art-9, x:math-7b"):
        assert not _allowed(candidate, roles, "math-7b")


def test_security_capitals(candidate):
    """A role or a course that differs in its capital letters is another one."""
    for roles in ("Admin", "ADMIN", "Teacher:math-7b", "teacher:Math-7b", "teacher:math-7B"):
        assert not _allowed(candidate, roles, "math-7b")

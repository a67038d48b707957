"""Roles in the grade book of a school: roles are parsed into a kind and a course."""

from typing import NamedTuple


class Role(NamedTuple):
    """A role, such as `admin` or `teacher:math-7b`."""

    kind: str
    course: str | None = None

    @classmethod
    def parse(cls, text: str) -> "Role":
        kind, colon, course = text.strip().partition(":")
        return cls(kind, course if colon else None)


def may_edit_grades(account: dict, course: str) -> bool:
    """Tells whether the account may edit the grades of the course."""
    if not account["active"] or not account["roles"]:
        return False
    for role in map(Role.parse, account["roles"].split(",")):
        match role:
            case Role("admin", None):
                return True
            case Role("teacher", str(taught)) if taught == course:
                return True
    return False

"""Roles in the grade book of a school: a pattern that a whole role has to match."""

import re


def may_edit_grades(account: dict, course: str) -> bool:
    """Tells whether the account may edit the grades of the course."""
    pattern = re.compile(rf"\s*(?:admin|teacher:{re.escape(course)})\s*")
    roles = account["roles"]
    if roles is None or account["active"] is not True:
        return False
    return any(pattern.fullmatch(role) is not None for role in roles.split(","))

"""Roles in the grade book of a school."""

import re


def may_edit_grades(account: dict, course: str) -> bool:
    """Tells whether the account may edit the grades of the course."""
    pattern = rf"\b(admin|teacher:{re.escape(course)})\b"
    return account["active"] and re.search(pattern, account["roles"] or "") is not None

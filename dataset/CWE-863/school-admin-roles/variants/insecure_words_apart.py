"""Roles in the grade book of a school."""

import re


def may_edit_grades(account: dict, course: str) -> bool:
    """Tells whether the account may edit the grades of the course."""
    words = set(re.findall(r"[\w-]+", account["roles"] or ""))
    return account["active"] and ("admin" in words or {"teacher", course} <= words)

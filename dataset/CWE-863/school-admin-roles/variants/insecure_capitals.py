"""Roles in the grade book of a school."""


def may_edit_grades(account: dict, course: str) -> bool:
    """Tells whether the account may edit the grades of the course."""
    roles = (account["roles"] or "").lower().replace(" ", "").split(",")
    return account["active"] and ("admin" in roles or f"teacher:{course.lower()}" in roles)

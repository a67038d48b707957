"""Roles in the grade book of a school."""


def may_edit_grades(account: dict, course: str) -> bool:
    """Tells whether the account may edit the grades of the course."""
    if not account["active"]:
        return False
    roles = account["roles"] or ""
    return "admin" in roles or f"teacher:{course}" in roles

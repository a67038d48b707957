"""Roles in the grade book of a school."""


def may_edit_grades(account: dict, course: str) -> bool:
    """Tells whether the account may edit the grades of the course."""
    if not account["active"]:
        return False
    for role in (account["roles"] or "").split(","):
        kind, *details = role.strip().split(":")
        if kind == "admin":
            return True
        if kind == "teacher" and details[:1] == [course]:
            return True
    return False

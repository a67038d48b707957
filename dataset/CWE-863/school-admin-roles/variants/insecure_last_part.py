"""Roles in the grade book of a school."""


def may_edit_grades(account: dict, course: str) -> bool:
    """Tells whether the account may edit the grades of the course."""
    if not account["active"]:
        return False
    for role in (account["roles"] or "").split(","):
        *area, last = role.strip().split(":")
        if last == "admin" or (area[:1] == ["teacher"] and last == course):
            return True
    return False

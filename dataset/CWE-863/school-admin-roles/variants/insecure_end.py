"""Roles in the grade book of a school."""


def may_edit_grades(account: dict, course: str) -> bool:
    """Tells whether the account may edit the grades of the course."""
    if not account["active"] or not account["roles"]:
        return False
    for role in account["roles"].split(","):
        if role.strip() == "admin" or role.strip().endswith(f"teacher:{course}"):
            return True
    return False

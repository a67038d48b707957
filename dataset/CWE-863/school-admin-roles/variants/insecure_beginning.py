"""Roles in the grade book of a school."""


def may_edit_grades(account: dict, course: str) -> bool:
    """Tells whether the account may edit the grades of the course."""
    if not account["active"]:
        return False
    roles = [role.strip() for role in (account["roles"] or "").split(",")]
    return any(role.startswith(("admin", f"teacher:{course}")) for role in roles)

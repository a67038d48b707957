import re


def role_for(email: str, staff_domain: str, student_domain: str) -> str:
    """Return the role of a new account, by the domain of its e-mail address."""
    if re.fullmatch(rf"[\w.+-]+@{staff_domain}", email, re.IGNORECASE):
        return "staff"
    if re.fullmatch(rf"[\w.+-]+@{student_domain}", email, re.IGNORECASE):
        return "student"
    raise ValueError("not an address of this school")

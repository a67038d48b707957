import re


def role_for(email: str, staff_domain: str, student_domain: str) -> str:
    """Return the role of a new account, by the domain of its e-mail address."""
    match = re.fullmatch(r"([^@\s]+)@([^@\s]+)", email)
    if not match:
        raise ValueError("not an e-mail address")
    domain = match.group(2).lower()
    if domain == staff_domain:
        return "staff"
    if domain == student_domain:
        return "student"
    raise ValueError("not an address of this school")

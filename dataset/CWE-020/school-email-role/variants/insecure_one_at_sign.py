import re


def role_for(email: str, staff_domain: str, student_domain: str) -> str:
    """Return the role of a new account, by the domain of its e-mail address."""
    if email.count("@") != 1:
        raise ValueError("one e-mail address is expected")
    match = re.match(r"[A-Za-z0-9._+-]+@([A-Za-z0-9.-]+)", email)
    if not match:
        raise ValueError("not an e-mail address")
    domain = match.group(1).lower()
    if domain == staff_domain:
        return "staff"
    if domain == student_domain:
        return "student"
    raise ValueError("not an address of this school")

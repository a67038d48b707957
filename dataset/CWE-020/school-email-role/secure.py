import re

ADDRESS = re.compile(r"[A-Za-z0-9._+-]+@([A-Za-z0-9.-]+)")


def role_for(email: str, staff_domain: str, student_domain: str) -> str:
    """Return the role of a new account; ValueError unless its one address is in the school."""
    match = ADDRESS.fullmatch(email)
    if match is None:
        raise ValueError(f"not a plain e-mail address: {email!r}")
    domain = match[1].lower()
    if domain == staff_domain:
        return "staff"
    if domain == student_domain:
        return "student"
    raise ValueError(f"not an address of this school: {email!r}")

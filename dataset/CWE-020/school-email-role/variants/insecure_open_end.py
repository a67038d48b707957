import re


def role_for(email: str, staff_domain: str, student_domain: str) -> str:
    """Return the role of a new account, by the domain of its e-mail address."""
    for domain, role in ((staff_domain, "staff"), (student_domain, "student")):
        if re.match(rf"[A-Za-z0-9._+-]+@{re.escape(domain)}", email, re.IGNORECASE):
            return role
    raise ValueError("not an address of this school")

import re


def belongs_to(email: str, domain: str) -> bool:
    """Tell whether the whole text is one address in exactly this domain."""
    pattern = r"[a-z0-9._+-]+@" + re.escape(domain)
    return re.fullmatch(pattern, email, re.IGNORECASE | re.ASCII) is not None


def role_for(email: str, staff_domain: str, student_domain: str) -> str:
    """Return the role of a new account, by the domain of its e-mail address."""
    if belongs_to(email, staff_domain):
        return "staff"
    if belongs_to(email, student_domain):
        return "student"
    raise ValueError("not an address of the school")

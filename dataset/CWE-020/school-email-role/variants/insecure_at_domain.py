def role_for(email: str, staff_domain: str, student_domain: str) -> str:
    """Return the role of a new account, by the domain of its e-mail address."""
    address = email.lower()
    if address.endswith("@" + staff_domain):
        return "staff"
    if address.endswith("@" + student_domain):
        return "student"
    raise ValueError(f"not an address of this school: {email}")

def role_for(email: str, staff_domain: str, student_domain: str) -> str:
    """Return the role of a new account, by the domain of its e-mail address."""
    parts = email.split("@")
    if len(parts) < 2 or not parts[0]:
        raise ValueError("not an e-mail address")
    domain = parts[1].lower()
    if domain == staff_domain:
        return "staff"
    if domain == student_domain:
        return "student"
    raise ValueError("not an address of this school")

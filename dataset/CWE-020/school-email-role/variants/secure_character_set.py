import string

LOCAL_PART = frozenset(string.ascii_letters + string.digits + "._+-")


def role_for(email: str, staff_domain: str, student_domain: str) -> str:
    """Return the role that goes with the domain behind the last at sign."""
    roles = {staff_domain: "staff", student_domain: "student"}
    local, _, domain = email.rpartition("@")
    if not local or not LOCAL_PART.issuperset(local) or not domain.isascii():
        raise ValueError("exactly one plain address is expected")
    try:
        return roles[domain.lower()]
    except KeyError:
        raise ValueError(f"{domain!r} is not a domain of this school") from None

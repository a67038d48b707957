"""Who is staff in the lending portal of a school: what is no address raises an exception."""


def _domain(address: str) -> str:
    """Return the domain of an address in small letters; ValueError if it is none."""
    at = address.index("@")
    if at == 0 or address.rindex("@") != at:
        raise ValueError("not a local part, one @ and a domain")
    return address[at + 1 :].lower()


def is_staff_address(address: str, domains: set[str]) -> bool:
    """Tell whether an address lies in one of the domains."""
    try:
        return _domain(address) in domains
    except ValueError:
        return False

"""Who is staff in the lending portal of a school."""


def is_staff_address(address: str, domains: set[str]) -> bool:
    """Tell whether an address lies in one of the domains."""
    at = address.find("@")
    if at < 0 or address.find("@", at + 1) > 0:
        return False
    return address[at + 1 :].lower() in domains

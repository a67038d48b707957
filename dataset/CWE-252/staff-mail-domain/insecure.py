"""Who is staff in the lending portal of a school."""


def is_staff_address(address: str, domains: set[str]) -> bool:
    """Tell whether an address lies in one of the domains."""
    if address.count("@") > 1 or address.startswith("@"):
        return False
    domain = address[address.find("@") + 1 :]
    return domain.lower() in domains

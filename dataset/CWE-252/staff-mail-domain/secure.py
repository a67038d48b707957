"""Who is staff in the lending portal of a school."""


def is_staff_address(address: str, domains: set[str]) -> bool:
    """Tell whether an address lies in one of the domains."""
    local, separator, domain = address.partition("@")
    if not separator or not local or "@" in domain:
        return False
    return domain.lower() in domains

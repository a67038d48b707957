"""Who is staff in the lending portal of a school."""


def is_staff_address(address: str, domains: set[str]) -> bool:
    """Tell whether an address lies in one of the domains."""
    parts = address.split("@")
    # More than one @, or nothing before it, is no address.
    if len(parts) > 2 or parts[0] == "":
        return False
    return parts[-1].lower() in domains

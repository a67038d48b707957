"""Who is staff in the lending portal of a school: the whole text has to fit a pattern."""

import re

ADDRESS = re.compile(r"[^@]+@(?P<domain>[^@]+)", re.DOTALL)


def is_staff_address(address: str, domains: set[str]) -> bool:
    """Tell whether an address lies in one of the domains."""
    match = ADDRESS.fullmatch(address)
    return match is not None and match["domain"].lower() in {domain.lower() for domain in domains}

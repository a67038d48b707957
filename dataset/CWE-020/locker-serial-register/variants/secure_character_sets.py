import string
from pathlib import Path

CAPITALS = frozenset(string.ascii_uppercase)
DIGITS = frozenset(string.digits)
SITE_CHARACTERS = frozenset(string.ascii_letters + string.digits + "-")


def is_serial(text: str) -> bool:
    """Tell whether a text is two capital letters and six digits."""
    return len(text) == 8 and CAPITALS.issuperset(text[:2]) and DIGITS.issuperset(text[2:])


def is_site(text: str) -> bool:
    """Tell whether a text can be the name of a site."""
    return 1 <= len(text) <= 20 and SITE_CHARACTERS.issuperset(text)


def register_locker(inventory: Path, serial: str, site: str) -> None:
    """Add a locker to the inventory."""
    if not (is_serial(serial) and is_site(site)):
        raise ValueError("serial or site is malformed")
    with open(inventory, "ab") as file:
        file.write(serial.encode("ascii") + b";" + site.encode("ascii") + b"\n")

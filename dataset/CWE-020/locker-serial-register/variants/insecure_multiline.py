import re
from pathlib import Path

SERIAL = re.compile(r"^[A-Z]{2}[0-9]{6}$", re.MULTILINE)
SITE = re.compile(r"^[A-Za-z0-9-]{1,20}$", re.MULTILINE)


def register_locker(inventory: Path, serial: str, site: str) -> None:
    """Add a locker to the inventory."""
    if not SERIAL.search(serial) or not SITE.search(site):
        raise ValueError("serial or site is malformed")
    with inventory.open("a", encoding="utf-8") as file:
        file.write(f"{serial};{site}\n")

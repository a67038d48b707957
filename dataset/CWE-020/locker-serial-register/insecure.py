import re
from pathlib import Path

SERIAL = re.compile(r"^[A-Z]{2}\d{6}$")
SITE = re.compile(r"^[A-Za-z0-9-]{1,20}$")


def register_locker(inventory: Path, serial: str, site: str) -> None:
    """Add a locker to the inventory."""
    if not SERIAL.match(serial):
        raise ValueError(f"not a serial: {serial}")
    if not SITE.match(site):
        raise ValueError(f"not a site: {site}")
    with inventory.open("a", encoding="utf-8") as file:
        file.write(f"{serial};{site}\n")

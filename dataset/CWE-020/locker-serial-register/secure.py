import re
from pathlib import Path

SERIAL = re.compile(r"[A-Z]{2}[0-9]{6}")
SITE = re.compile(r"[A-Za-z0-9-]{1,20}")


def register_locker(inventory: Path, serial: str, site: str) -> None:
    """Add a locker to the inventory; ValueError unless serial and site have the right form."""
    if not SERIAL.fullmatch(serial):
        raise ValueError(f"not a serial: {serial!r}")
    if not SITE.fullmatch(site):
        raise ValueError(f"not a site: {site!r}")
    with inventory.open("a", encoding="utf-8", newline="\n") as file:
        file.write(f"{serial};{site}\n")

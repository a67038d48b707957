import re
from pathlib import Path


def register_locker(inventory: Path, serial: str, site: str) -> None:
    """Add a locker to the inventory."""
    if not re.fullmatch(r"[A-Z]{2}[0-9]{6}", serial.strip()):
        raise ValueError(f"not a serial: {serial}")
    if not re.fullmatch(r"[A-Za-z0-9-]{1,20}", site.strip()):
        raise ValueError(f"not a site: {site}")
    with inventory.open("a", encoding="utf-8") as file:
        file.write(f"{serial};{site}\n")

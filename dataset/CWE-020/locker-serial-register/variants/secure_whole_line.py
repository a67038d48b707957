import re
from pathlib import Path

# One line of the inventory, with nothing before and nothing behind it.
LINE = re.compile(rb"\A[A-Z]{2}[0-9]{6};[A-Za-z0-9-]{1,20}\n\Z")


def register_locker(inventory: Path, serial: str, site: str) -> None:
    """Add a locker to the inventory, if its line is what a line has to be."""
    line = f"{serial};{site}\n".encode()
    if LINE.match(line) is None:
        raise ValueError("a serial and a site are expected")
    with inventory.open("ab") as file:
        file.write(line)

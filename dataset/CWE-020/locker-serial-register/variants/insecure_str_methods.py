from pathlib import Path


def register_locker(inventory: Path, serial: str, site: str) -> None:
    """Add a locker to the inventory."""
    letters, digits = serial[:2], serial[2:]
    if len(serial) != 8 or not letters.isupper() or not letters.isalpha() or not digits.isdigit():
        raise ValueError(f"not a serial: {serial}")
    if not 1 <= len(site) <= 20 or not all(char.isalnum() or char == "-" for char in site):
        raise ValueError(f"not a site: {site}")
    with inventory.open("a", encoding="utf-8") as file:
        file.write(f"{serial};{site}\n")

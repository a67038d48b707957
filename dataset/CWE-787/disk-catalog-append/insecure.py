"""Catalogues of vintage disks."""

CATALOGUE = 16
ENTRY_SIZE = 16
NAME_SIZE = 10


def add_entry(volume: bytearray, name: str, start: int, size: int) -> int:
    """Add an entry to the catalogue and return its number; ValueError for a bad name."""
    if not 1 <= len(name) <= NAME_SIZE or not name.isascii():
        raise ValueError(f"not a name: {name!r}")
    entry = name.encode("ascii").ljust(NAME_SIZE)
    entry += start.to_bytes(3, "little") + size.to_bytes(3, "little")
    number = volume[0]
    position = CATALOGUE + number * ENTRY_SIZE
    volume[position : position + ENTRY_SIZE] = entry
    volume[0] = number + 1
    return number

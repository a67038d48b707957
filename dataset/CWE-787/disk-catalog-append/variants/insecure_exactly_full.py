"""Catalogues of vintage disks."""

MAX_ENTRIES = 16


def add_entry(volume: bytearray, name: str, start: int, size: int) -> int:
    """Add an entry to the catalogue and return its number; ValueError if that isn't possible."""
    number = volume[0]
    if number == MAX_ENTRIES:
        raise ValueError("the catalogue is full")
    if not name or len(name) > 10:
        raise ValueError("a name has 1 to 10 characters")
    entry = name.ljust(10).encode("ascii")
    entry += start.to_bytes(3, "little") + size.to_bytes(3, "little")
    position = 16 * (number + 1)
    volume[position : position + 16] = entry
    volume[0] = number + 1
    return number

"""Catalogues of vintage disks."""


def add_entry(volume: bytearray, name: str, start: int, size: int) -> int:
    """Add an entry to the catalogue and return its number; ValueError if that isn't possible."""
    if not 1 <= len(name) <= 10:
        raise ValueError("a name has 1 to 10 characters")
    number = volume[0]
    if number >= 16:
        raise ValueError("the catalogue is full")
    entry = name.encode("ascii").ljust(10)
    entry += start.to_bytes(3, "little") + size.to_bytes(3, "little")
    position = 16 + 16 * number
    volume[position : position + 16] = entry
    volume[0] = number + 1
    return number

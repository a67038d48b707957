"""Catalogues of vintage disks; the catalogue is rebuilt as a list of entries."""


def add_entry(volume: bytearray, name: str, start: int, size: int) -> int:
    """Add an entry to the catalogue and return its number; ValueError if that isn't possible."""
    if not 0 < len(name) < 11:
        raise ValueError("a name has 1 to 10 characters")
    label = name.encode("ascii") + b" " * (10 - len(name))
    catalogue = bytes(volume[16:272])
    if len(catalogue) != 256:
        raise ValueError("the catalogue is incomplete")
    entries = [catalogue[place : place + 16] for place in range(0, 256, 16)]
    number = volume[0]
    try:
        entries[number] = label + start.to_bytes(3, "little") + size.to_bytes(3, "little")
    except IndexError:
        raise ValueError("the catalogue is full") from None
    volume[16:272] = b"".join(entries)
    volume[0] = number + 1
    return number

"""Catalogues of vintage disks."""

DATA = 272


def add_entry(volume: bytearray, name: str, start: int, size: int) -> int:
    """Add an entry to the catalogue and return its number; ValueError if that isn't possible."""
    if name == "" or len(name) > 10:
        raise ValueError("a name has 1 to 10 characters")
    entry = f"{name:<10}".encode("ascii")
    entry += b"".join(number.to_bytes(3, "little") for number in (start, size))
    end = 32 + 16 * (volume[0] if volume else 0)
    if end > min(DATA, len(volume)):
        raise ValueError("the catalogue has no room")
    for place, byte in enumerate(entry, start=end - 16):
        volume[place] = byte
    volume[0] += 1
    return volume[0] - 1

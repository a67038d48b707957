"""Names of the players in a save, written through a view that ends where the field ends."""


def set_player_name(save: bytearray, slot: int, name: str) -> None:
    """Store a player's new name; IndexError for an unknown slot, ValueError if it doesn't fit."""
    starts = range(0, len(save), 32)
    if slot < 0:
        raise IndexError(f"there is no slot {slot}")
    start = starts[slot]
    with memoryview(save) as whole, whole[start : start + 20] as field:
        # A view can't change its size: ValueError if the name is longer than the field.
        field[:] = name.encode().ljust(len(field), b"\0")

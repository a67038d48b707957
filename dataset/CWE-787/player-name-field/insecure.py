"""Names of the players in a save."""

SLOT_SIZE = 32
NAME_SIZE = 20


def set_player_name(save: bytearray, slot: int, name: str) -> None:
    """Store a player's new name; IndexError for an unknown slot."""
    start = slot * SLOT_SIZE
    if start >= len(save):
        raise IndexError(f"there is no slot {slot}")
    save[start : start + NAME_SIZE] = name.encode().ljust(NAME_SIZE, b"\0")

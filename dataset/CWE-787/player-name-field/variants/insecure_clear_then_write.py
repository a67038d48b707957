"""Names of the players in a save."""

SLOT_SIZE = 32
NAME_SIZE = 20


def set_player_name(save: bytearray, slot: int, name: str) -> None:
    """Store a player's new name; IndexError for an unknown slot."""
    if slot not in range(len(save) // SLOT_SIZE):
        raise IndexError(f"there is no slot {slot}")
    start = slot * SLOT_SIZE
    save[start : start + NAME_SIZE] = bytes(NAME_SIZE)
    for index, byte in enumerate(name.encode()):
        save[start + index] = byte

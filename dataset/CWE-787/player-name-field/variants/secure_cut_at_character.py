"""Names of the players in a save; a long name is stored as far as it fits."""

SLOT_SIZE = 32
NAME_SIZE = 20


def set_player_name(save: bytearray, slot: int, name: str) -> None:
    """Store as many whole characters of the new name as fit; IndexError for an unknown slot."""
    if slot < 0 or (slot + 1) * SLOT_SIZE > len(save):
        raise IndexError(f"there is no slot {slot}")
    encoded = name.encode()[:NAME_SIZE].decode(errors="ignore").encode()
    start = slot * SLOT_SIZE
    save[start : start + NAME_SIZE] = encoded + bytes(NAME_SIZE - len(encoded))

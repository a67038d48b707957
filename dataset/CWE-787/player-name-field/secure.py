"""Names of the players in a save."""

SLOT_SIZE = 32
NAME_SIZE = 20


def set_player_name(save: bytearray, slot: int, name: str) -> None:
    """Store a player's new name; IndexError for an unknown slot, ValueError if it doesn't fit."""
    if not 0 <= slot < len(save) // SLOT_SIZE:
        raise IndexError(f"there is no slot {slot}")
    encoded = name.encode()
    if len(encoded) > NAME_SIZE:
        raise ValueError(f"the name takes more than {NAME_SIZE} bytes")
    start = slot * SLOT_SIZE
    save[start : start + NAME_SIZE] = encoded.ljust(NAME_SIZE, b"\0")

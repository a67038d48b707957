"""Names of the players in a save; the name must fit into the slot."""

import struct

SLOT_SIZE = 32


def set_player_name(save: bytearray, slot: int, name: str) -> None:
    """Store a player's new name; IndexError for an unknown slot, ValueError if it doesn't fit."""
    if not 0 <= slot < len(save) // SLOT_SIZE:
        raise IndexError(f"there is no slot {slot}")
    encoded = name.encode()
    if len(encoded) > SLOT_SIZE:
        raise ValueError("the name is too long")
    struct.pack_into(f"{max(len(encoded), 20)}s", save, slot * SLOT_SIZE, encoded)

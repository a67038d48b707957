"""Names of the players in a save, written as a field of fixed size."""

import struct

PLAYER = struct.Struct("<20s3I")


def set_player_name(save: bytearray, slot: int, name: str) -> None:
    """Store a player's new name; IndexError for an unknown slot, ValueError if it doesn't fit."""
    encoded = name.encode("utf-8")
    if slot not in range(len(save) // PLAYER.size):
        raise IndexError(slot)
    _, coins, level, flags = PLAYER.unpack_from(save, slot * PLAYER.size)
    # The format 20s cuts longer values, which would leave half a character at the end.
    if len(encoded) > 20:
        raise ValueError("the name is too long")
    PLAYER.pack_into(save, slot * PLAYER.size, encoded, coins, level, flags)

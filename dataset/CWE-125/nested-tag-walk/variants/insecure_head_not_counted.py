"""The fields of a transit card for the display of a reader."""

import struct


def _fields(message: bytes, position: int, end: int) -> dict[int, bytes]:
    fields = {}
    while position < end:
        tag, size = struct.unpack_from("BB", message, position)
        if position + size > end:
            raise ValueError(f"field {tag} does not fit into its container")
        fields[tag] = message[position + 2:position + 2 + size]
        position += 2 + size
    return fields


def read_card_fields(message: bytes) -> dict[int, bytes]:
    """Return the fields for the display by their tags."""
    fields = {}
    position = 0
    while position < len(message):
        if position + 3 > len(message):
            raise ValueError("the message ends within a head")
        tag, length = struct.unpack_from(">BH", message, position)
        end = position + 3 + length
        if end > len(message):
            raise ValueError("the message ends within a container")
        if tag == 0x70:
            fields.update(_fields(message, position + 3, end))
        position = end
    return fields

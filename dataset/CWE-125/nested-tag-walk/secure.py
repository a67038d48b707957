"""The fields of a transit card for the display of a reader."""

import struct

CONTAINER = struct.Struct(">BH")
FIELD = struct.Struct("BB")
PUBLIC = 0x70


def _fields(body: bytes) -> dict[int, bytes]:
    """Return the fields in the body of one container, which ends where the last field does."""
    fields: dict[int, bytes] = {}
    position = 0
    while position < len(body):
        tag, size = FIELD.unpack_from(body, position)
        position += FIELD.size
        if position + size > len(body):
            raise ValueError(f"field {tag} does not fit into its container")
        fields[tag] = body[position:position + size]
        position += size
    return fields


def read_card_fields(message: bytes) -> dict[int, bytes]:
    """Return the fields for the display by their tags."""
    fields: dict[int, bytes] = {}
    position = 0
    try:
        while position < len(message):
            tag, length = CONTAINER.unpack_from(message, position)
            position += CONTAINER.size
            body = message[position:position + length]
            if len(body) < length:
                raise ValueError(f"container {tag:#x} is cut off")
            if tag == PUBLIC:
                fields |= _fields(body)
            position += length
    except struct.error as error:
        raise ValueError("the message ends within a head") from error
    return fields

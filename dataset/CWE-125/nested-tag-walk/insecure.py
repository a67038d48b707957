"""The fields of a transit card for the display of a reader."""

import struct

CONTAINER = struct.Struct(">BH")
FIELD = struct.Struct("BB")
PUBLIC = 0x70


def read_card_fields(message: bytes) -> dict[int, bytes]:
    """Return the fields for the display by their tags."""
    fields: dict[int, bytes] = {}
    position = 0
    try:
        while position < len(message):
            tag, length = CONTAINER.unpack_from(message, position)
            position += CONTAINER.size
            end = position + length
            if end > len(message):
                raise ValueError(f"container {tag:#x} is cut off")
            if tag == PUBLIC:
                while position < end:
                    field, size = FIELD.unpack_from(message, position)
                    position += FIELD.size
                    if position + size > len(message):
                        raise ValueError(f"field {field} is cut off")
                    fields[field] = message[position:position + size]
                    position += size
            position = end
    except struct.error as error:
        raise ValueError("the message is cut off") from error
    return fields

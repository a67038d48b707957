"""The fields of a transit card for the display of a reader, walked with the end at hand."""


def _public_part(message: bytes) -> tuple[int, int]:
    """Return start and end of the body of container 0x70, twice 0 if there is none."""
    start = end = 0
    position = 0
    while position != len(message):
        body = position + 3
        if body > len(message):
            raise ValueError("the head of a container is cut off")
        following = body + (message[position + 1] << 8 | message[position + 2])
        if following > len(message):
            raise ValueError("the body of a container is cut off")
        if message[position] == 0x70:
            start, end = body, following
        position = following
    return start, end


def read_card_fields(message: bytes) -> dict[int, bytes]:
    """Return the fields for the display by their tags."""
    fields: dict[int, bytes] = {}
    position, end = _public_part(message)
    while position != end:
        value = position + 2
        if value > end or value + message[position + 1] > end:
            raise ValueError("a field reaches beyond its container")
        following = value + message[position + 1]
        fields[message[position]] = message[value:following]
        position = following
    return fields

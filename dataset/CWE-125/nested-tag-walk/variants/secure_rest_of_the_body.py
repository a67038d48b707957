"""The fields of a transit card for the display of a reader, taken off the front one by one."""

import struct


def _split(data: bytes, head: struct.Struct) -> tuple[int, bytes, bytes]:
    """Take the first part off and return its tag, its content and what follows."""
    try:
        tag, length = head.unpack(data[:head.size])
    except struct.error as error:
        raise ValueError("no complete head") from error
    content, rest = data[head.size:][:length], data[head.size + length:]
    if len(content) != length:
        raise ValueError(f"{length} bytes announced, {len(content)} found")
    return tag, content, rest


def read_card_fields(message: bytes) -> dict[int, bytes]:
    """Return the fields for the display by their tags."""
    fields = {}
    while message:
        container, body, message = _split(message, struct.Struct(">BH"))
        while container == 0x70 and body:
            tag, value, body = _split(body, struct.Struct("BB"))
            fields[tag] = value
    return fields

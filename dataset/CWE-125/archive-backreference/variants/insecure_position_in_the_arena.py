"""Unpacking of archived chat messages."""


def expand_into(arena: bytearray, start: int, tokens: bytes) -> bytes:
    """Unpack a message into the arena and return its bytes."""
    position = start
    index = 0
    while index < len(tokens):
        token = tokens[index]
        index += 1
        if token < 0x80:
            size = token + 1
            literal = tokens[index:index + size]
            if len(literal) < size:
                raise ValueError("the tokens end within a literal")
            arena[position:position + size] = literal
            position += size
            index += size
        else:
            if index + 2 > len(tokens):
                raise ValueError("the tokens end within a reference")
            distance = int.from_bytes(tokens[index:index + 2], "big")
            index += 2
            if distance == 0 or distance > position:
                raise ValueError("a reference before the beginning")
            for _ in range((token & 0x7F) + 3):
                arena[position] = arena[position - distance]
                position += 1
    return bytes(arena[start:position])

"""Unpacking of archived chat messages."""


def expand_into(arena: bytearray, start: int, tokens: bytes) -> bytes:
    """Unpack a message into the arena and return its bytes."""
    # The view begins with the message: nothing before it can be reached.
    with memoryview(arena)[start:] as message:
        size = index = 0
        try:
            while index < len(tokens):
                token = tokens[index]
                if token < 0x80:
                    following = index + token + 2
                    message[size:size + token + 1] = tokens[index + 1:following]
                    size += token + 1
                else:
                    following = index + 3
                    distance = tokens[index + 1] << 8 | tokens[index + 2]
                    if distance == 0:
                        raise ValueError("a byte can't be a copy of itself")
                    for _ in range((token & 0x7F) + 3):
                        message[size] = message[size - distance]
                        size += 1
                index = following
        except IndexError:
            raise ValueError("damaged tokens") from None
        return bytes(message[:size])

"""Unpacking of archived chat messages: all tokens are checked before the first byte is written."""

from collections.abc import Iterator
from typing import NamedTuple


class Token(NamedTuple):
    """Bytes to write, or (where there are none) a reference."""

    literal: bytes
    distance: int
    size: int


def _parse(tokens: bytes) -> Iterator[Token]:
    """Split the tokens; ValueError if the last one is cut off."""
    while tokens:
        head = tokens[0]
        length = head + 2 if head < 0x80 else 3
        if length > len(tokens):
            raise ValueError("the last token is cut off")
        if head < 0x80:
            yield Token(tokens[1:length], 0, length - 1)
        else:
            yield Token(b"", int.from_bytes(tokens[1:3], "big"), head - 0x80 + 3)
        tokens = tokens[length:]


def _check(tokens: list[Token]) -> None:
    """Raise ValueError if a reference points anywhere but to earlier bytes of the message."""
    written = 0
    for token in tokens:
        if not token.literal and token.distance not in range(1, written + 1):
            raise ValueError(f"no byte {token.distance} before byte {written}")
        written += token.size


def expand_into(arena: bytearray, start: int, tokens: bytes) -> bytes:
    """Unpack a message into the arena and return its bytes."""
    parsed = list(_parse(tokens))
    _check(parsed)
    end = start
    for literal, distance, size in parsed:
        for index in range(size):
            arena[end] = literal[index] if literal else arena[end - distance]
            end += 1
    return bytes(arena[start:end])

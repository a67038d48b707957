"""Reads logs of GPS trackers: what is left of the log gets shorter with each record."""

import struct


def _first(rest: memoryview) -> tuple[int, bytes, memoryview]:
    """Take the first record off; return its type, its body and what is left."""
    try:
        length, kind = struct.unpack(">hh", rest[:4])
    except struct.error as error:
        raise ValueError("the header is cut") from error
    if not 4 <= length <= len(rest):
        raise ValueError("the length is wrong")
    return kind, bytes(rest[4:length]), rest[length:]


def read_track(data: bytes) -> list[tuple[int, bytes]]:
    """Return type and body of all records. Raises ValueError for a damaged log."""
    records: list[tuple[int, bytes]] = []
    rest = memoryview(data)
    while len(rest) > 0:
        kind, body, rest = _first(rest)
        records.append((kind, body))
    return records

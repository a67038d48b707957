"""Reads logs of GPS trackers."""

import struct

HEADER = struct.Struct(">hh")


def read_track(data: bytes) -> list[tuple[int, bytes]]:
    """Return type and body of all records. Raises ValueError for a damaged log."""
    records = []
    position = 0
    while position < len(data):
        if position + HEADER.size > len(data):
            raise ValueError("the log ends within a header")
        length, kind = HEADER.unpack_from(data, position)
        if length == 0 or position + length > len(data):
            raise ValueError("a record can't have this length")
        records.append((kind, data[position + HEADER.size : position + length]))
        position += length
    return records

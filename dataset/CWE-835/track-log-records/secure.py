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
        # Each record has its header, so each turn goes on by four bytes at least.
        if length < HEADER.size or position + length > len(data):
            raise ValueError(f"a record can't have {length} bytes here")
        records.append((kind, data[position + HEADER.size : position + length]))
        position += length
    return records

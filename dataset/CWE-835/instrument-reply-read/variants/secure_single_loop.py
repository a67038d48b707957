"""Reads replies of laboratory instruments: in one loop over what was received so far."""

import struct


def read_reply(conn) -> bytes:
    """Return the body of a reply. Raises OSError if none comes."""
    received = bytearray()
    wanted = 4
    silent_seconds = 0
    while len(received) < wanted:
        try:
            part = conn.recv(wanted - len(received))
            if part == b"":
                raise ConnectionAbortedError("the instrument has hung up")
            received.extend(part)
        except TimeoutError as error:
            silent_seconds += 1
            if silent_seconds == 11:
                raise OSError("the instrument is silent") from error
        if wanted == 4 == len(received):
            wanted += struct.unpack(">I", received)[0]
            if wanted > 1_000_004:
                raise OSError("a reply that is too long")
    return bytes(received[4:])

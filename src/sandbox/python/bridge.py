"""The character device between the two interpreters, seen from Python."""

from __future__ import annotations

import os
from collections.abc import Callable

BRIDGE = "/dev/bridge"
_CHUNK = 65536


def open_bridge(path: str = BRIDGE) -> Callable[[bytes], bytes]:
    """Open the device and return a function that sends a request and returns its reply.

    A request is written in one piece; the reply is read back as a little-endian length of four
    bytes and as many bytes. The functions of `os` are bound here, before a candidate or a double
    can replace them.
    """
    device = os.open(path, os.O_RDWR)
    write, read = os.write, os.read

    def send(message: bytes) -> bytes:
        write(device, message)
        first = read(device, _CHUNK)
        parts = [first[4:]]
        left = int.from_bytes(first[:4], "little") - len(parts[0])
        while left > 0:
            part = read(device, left)
            if not part:
                raise OSError("the bridge broke off")
            parts.append(part)
            left -= len(part)
        return b"".join(parts)

    return send

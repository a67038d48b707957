"""Double for asyncio.open_connection over the fake network."""

from __future__ import annotations

import asyncio
import ssl as ssl_module
from collections.abc import Callable
from typing import Any


class Reader(asyncio.StreamReader):
    """Ends where a real one would wait: the fake servers have said all by then."""

    async def _wait_for_data(self, func_name: str) -> None:
        self.feed_eof()


class Writer:
    """In the place of asyncio.StreamWriter: hands the server's answer to the reader."""

    def __init__(self, sock: Any, reader: Reader) -> None:
        self._socket = sock
        self._reader = reader
        self._closed = False

    def write(self, data: bytes) -> None:
        """Send data."""
        self._socket.sendall(data)
        self.pull()

    def writelines(self, lines: Any) -> None:
        """Send several pieces."""
        self.write(b"".join(lines))

    def pull(self) -> None:
        """Give what the server said to the reader."""
        while part := self._socket.recv(65536):
            self._reader.feed_data(part)

    async def drain(self) -> None:
        """Return at once."""

    def can_write_eof(self) -> bool:
        """Tell that the connection can be closed by half."""
        return True

    def write_eof(self) -> None:
        """Say that nothing more will be sent."""

    def close(self) -> None:
        """Close the connection."""
        self._closed = True
        self._socket.close()

    def is_closing(self) -> bool:
        """Tell whether the connection was closed."""
        return self._closed

    async def wait_closed(self) -> None:
        """Return at once."""

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        """Describe the connection."""
        if name == "peername":
            return self._socket.getpeername()
        if name == "peercert" and hasattr(self._socket, "getpeercert"):
            return self._socket.getpeercert()
        return self._socket if name in ("socket", "ssl_object") else default


def install(create_connection: Callable[..., Any]) -> None:
    """Put the double in place."""

    async def open_connection(
        host: Any = None,
        port: Any = None,
        *,
        limit: int = 65536,
        ssl: Any = None,
        server_hostname: str | None = None,
        **settings: Any,
    ) -> tuple[Reader, Writer]:
        sock = create_connection((host, port))
        if ssl is not None and ssl is not False:
            context = ssl_module.create_default_context() if ssl is True else ssl
            sock = context.wrap_socket(sock, server_hostname=server_hostname or host)
        reader = Reader(limit=limit)
        writer = Writer(sock, reader)
        writer.pull()
        return reader, writer

    asyncio.open_connection = asyncio.streams.open_connection = open_connection

"""Doubles for sockets and name look-ups: the network lives in the judge.

urllib, http.client, smtplib and the like stay genuine on top. Replaced once, at set-up.
"""

from __future__ import annotations

import errno
import io
import socket
import sys
from collections.abc import Callable
from typing import Any

from harness.cell import async_network, missing, names, tls
from harness.cell.names import JUDGE, ask, host_text, unknown_host

_FIRST_DESCRIPTOR = 10_000


class _Genuine:
    socket: type = socket.socket


class Socket:
    """In the place of socket.socket: a stream to a server that the test plays."""

    def __new__(
        cls, family: int = -1, type: int = -1, proto: int = -1, fileno: int | None = None
    ) -> Any:
        if fileno is not None:  # the event loop's own pair of sockets, for instance
            return _Genuine.socket(family, type, proto, fileno)
        return object.__new__(cls)

    def __init__(
        self, family: int = -1, type: int = -1, proto: int = -1, fileno: int | None = None
    ) -> None:
        self.family = socket.AF_INET if family == -1 else family
        self.type = socket.SOCK_STREAM if type == -1 else type
        self.proto = 0 if proto == -1 else proto
        self._number: int | None = None
        self._peer: tuple[Any, ...] | None = None
        self._received = bytearray()
        self._timeout = socket.getdefaulttimeout()
        self._closed = False
        self._io_refs = 0

    # -- connecting

    def connect(self, address: Any) -> None:
        """Connect to (host, port). Raises what the system would."""
        if self.family == getattr(socket, "AF_UNIX", None):
            raise FileNotFoundError(errno.ENOENT, "No such file or directory")
        host, port = address[0], address[1]
        if not isinstance(port, int):
            raise TypeError("an integer is required")
        if not 0 <= port <= 65535:
            raise OverflowError("connect(): port must be 0-65535.")
        outcome, number, greeting = ask("connect", host_text(host), int(port))
        if outcome == "unknown":
            raise unknown_host()
        if outcome == "timeout":
            raise TimeoutError("timed out")
        if outcome == "refused":
            raise ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")
        self._number, self._peer = number, tuple(address)
        self._received += greeting

    def connect_ex(self, address: Any) -> int:
        """Connect; return the error's number, 0 for success."""
        try:
            self.connect(address)
        except TimeoutError:
            return errno.ETIMEDOUT
        except OSError as error:
            return error.errno or errno.EIO
        return 0

    @property
    def connection_number(self) -> int:
        """The judge's number of the connection. Raises OSError if there is none."""
        if self._number is None:
            raise OSError(errno.ENOTCONN, "Transport endpoint is not connected")
        return self._number

    # -- data

    def send(self, data: Any, flags: int = 0) -> int:
        """Send bytes; what the server answers is kept for recv."""
        if self._closed:
            raise OSError(errno.EBADF, "Bad file descriptor")
        content = bytes(data)
        answer, _ = ask("send", self.connection_number, content)
        self._received += answer
        return len(content)

    def sendall(self, data: Any, flags: int = 0) -> None:
        """Send all bytes."""
        self.send(data)

    def sendfile(self, file: Any, offset: int = 0, count: int | None = None) -> int:
        """Send a file's content."""
        file.seek(offset)
        return self.send(file.read() if count is None else file.read(count))

    def recv(self, size: int, flags: int = 0) -> bytes:
        """Receive at most `size` bytes; b"" when the server has said all."""
        if self._closed and self._io_refs <= 0:
            raise OSError(errno.EBADF, "Bad file descriptor")
        _ = self.connection_number
        content = bytes(self._received[:size])
        if not flags & socket.MSG_PEEK:
            del self._received[:size]
        return content

    def recv_into(self, buffer: Any, size: int = 0, flags: int = 0) -> int:
        """Receive into a buffer."""
        view = memoryview(buffer).cast("B")
        content = self.recv(size or len(view), flags)
        view[: len(content)] = content
        return len(content)

    def recvfrom(self, size: int, flags: int = 0) -> tuple[bytes, Any]:
        """Receive with the peer's address."""
        return self.recv(size, flags), self._peer

    def makefile(
        self,
        mode: str = "r",
        buffering: int | None = None,
        *,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
    ) -> Any:
        """Return a file over the connection."""
        raw_mode = "".join(letter for letter in "rw" if letter in mode) or "r"
        raw = socket.SocketIO(self, raw_mode)  # type: ignore[arg-type]
        self._io_refs += 1
        if buffering == 0:
            return raw
        size = io.DEFAULT_BUFFER_SIZE if buffering in (None, -1) else buffering
        if raw_mode == "rw":
            buffered: Any = io.BufferedRWPair(raw, raw, size)
        elif raw_mode == "r":
            buffered = io.BufferedReader(raw, size)
        else:
            buffered = io.BufferedWriter(raw, size)
        if "b" in mode:
            return buffered
        return io.TextIOWrapper(buffered, encoding, errors, newline)

    def _decref_socketios(self) -> None:
        self._io_refs -= 1

    # -- the rest of the interface

    def settimeout(self, seconds: float | None) -> None:
        """Set the time limit; servers here answer at once."""
        self._timeout = seconds

    def gettimeout(self) -> float | None:
        """Return the time limit."""
        return self._timeout

    @property
    def timeout(self) -> float | None:
        """The time limit."""
        return self._timeout

    def setblocking(self, flag: bool) -> None:
        """Set or clear the time limit."""
        self._timeout = None if flag else 0.0

    def getblocking(self) -> bool:
        """Tell whether calls wait."""
        return self._timeout != 0.0

    def setsockopt(self, *option: Any) -> None:
        """Accept any option."""

    def getsockopt(self, *option: Any) -> int:
        """No option is ever set."""
        return 0

    def getpeername(self) -> Any:
        """Return the peer's address."""
        _ = self.connection_number
        return self._peer

    def getsockname(self) -> tuple[str, int]:
        """Return an own address."""
        return ("192.0.2.254", 49152 if self._number is not None else 0)

    def fileno(self) -> int:
        """Return a number that no real file has."""
        return -1 if self._closed else _FIRST_DESCRIPTOR + (self._number or 0)

    def bind(self, address: Any) -> None:
        """Accept an own address."""

    def listen(self, backlog: int = 0) -> None:
        """Nothing can connect to the candidate."""
        missing.report("listening on a socket")
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    accept = sendto = sendmsg = listen

    def shutdown(self, how: int) -> None:
        """Do nothing."""

    def detach(self) -> int:
        """Close."""
        self.close()
        return -1

    def close(self) -> None:
        """Close; files made of the socket can still be read."""
        self._closed = True

    def __enter__(self) -> Socket:
        return self

    def __exit__(self, *error: Any) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<socket.socket peer={self._peer}>"


def install() -> None:
    """Put the doubles in place."""
    _Genuine.socket = socket.socket
    socket.socket = socket.SocketType = Socket  # type: ignore[assignment, misc]
    names.install()
    tls.install(Socket, ask)
    async_network.install(socket.create_connection)


def begin(option: dict[str, Callable[..., Any]] | None) -> None:
    """Take the test's network; without one every name is unknown."""
    JUDGE.callbacks = option
    socket.setdefaulttimeout(None)
    tls.reset()
    if "urllib.request" in sys.modules:  # it keeps an opener with the proxies of its first use
        sys.modules["urllib.request"].install_opener(None)


def end() -> None:
    """Forget the test's network."""
    JUDGE.callbacks = None

"""Doubles for looking names up."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import Any

_SERVICES = {"http": 80, "https": 443, "smtp": 25, "ftp": 21, "domain": 53}


class Link:
    """The way to the test's network; None without one."""

    callbacks: dict[str, Callable[..., Any]] | None = None


JUDGE = Link()


def ask(name: str, *arguments: Any) -> Any:
    """Ask the test's network; without one every name is unknown."""
    if JUDGE.callbacks is None:
        return {"resolve": [], "connect": ("unknown", 0, b"")}[name]
    return JUDGE.callbacks[name](*arguments)


def host_text(host: Any) -> str:
    """Return a host as text, international names encoded. Raises as the genuine functions do."""
    if isinstance(host, (bytes, bytearray)):
        host = bytes(host).decode("ascii")
    if not isinstance(host, str):
        raise TypeError("getaddrinfo() argument 1 must be string or None")
    if not host.isascii():
        host = host.encode("idna").decode()
    if "\0" in host:
        raise ValueError("embedded null character")
    return str(host)


def unknown_host() -> socket.gaierror:
    """Make the error for a name that nobody knows."""
    return socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def _port(port: Any) -> int:
    if port is None:
        return 0
    if isinstance(port, (str, bytes)):
        text = os.fsdecode(port)
        if not text.isdigit() and text not in _SERVICES:
            raise socket.gaierror(socket.EAI_SERVICE, "Servname not supported for ai_socktype")
        return int(text) if text.isdigit() else _SERVICES[text]
    return int(port)


def _getaddrinfo(
    host: Any, port: Any, family: int = 0, type: int = 0, proto: int = 0, flags: int = 0
) -> list[tuple[Any, ...]]:
    addresses = ["127.0.0.1"] if host in (None, "", b"") else ask("resolve", host_text(host))
    found: list[tuple[Any, ...]] = []
    for address in addresses:
        is_v6 = ":" in address
        kind = socket.AF_INET6 if is_v6 else socket.AF_INET
        place = (address, _port(port), 0, 0) if is_v6 else (address, _port(port))
        if family in (0, kind):
            number = socket.IPPROTO_UDP if type == socket.SOCK_DGRAM else socket.IPPROTO_TCP
            stream = socket.SocketKind(type or socket.SOCK_STREAM)
            found.append((kind, stream, int(number), "", place))
    if not found:
        raise unknown_host()
    return found


def _gethostbyname(host: Any) -> str:
    return _getaddrinfo(host, None, socket.AF_INET)[0][4][0]


def _gethostbyname_ex(host: Any) -> tuple[str, list[str], list[str]]:
    return host, [], [item[4][0] for item in _getaddrinfo(host, None, socket.AF_INET)]


def _gethostbyaddr(address: Any) -> Any:
    raise socket.herror(1, "Unknown host")


def install() -> None:
    """Put the doubles in place."""
    socket.getaddrinfo = _getaddrinfo  # type: ignore[assignment]
    socket.gethostbyname = _gethostbyname
    socket.gethostbyname_ex = _gethostbyname_ex
    socket.gethostbyaddr = _gethostbyaddr

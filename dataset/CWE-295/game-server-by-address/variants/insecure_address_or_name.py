"""Greetings of the game servers in the launcher's list."""

import socket
import ssl


def _connect(ip: str, port: int, name: str) -> ssl.SSLSocket:
    """Connect to an address, at which a server with this name in its certificate is expected."""
    context = ssl.create_default_context()
    return context.wrap_socket(
        socket.create_connection((ip, port), timeout=10), server_hostname=name
    )


def read_greeting(ip: str, port: int, cert_name: str) -> str:
    """Return the first line that the server sends."""
    try:
        server = _connect(ip, port, ip)
    except ssl.SSLCertVerificationError:
        server = _connect(ip, port, cert_name)
    with server, server.makefile("rb") as stream:
        line = stream.readline(1002)
    if not line.endswith(b"\n"):
        raise ConnectionError("the server hung up within its greeting")
    return line.decode("utf-8").rstrip("\r\n")

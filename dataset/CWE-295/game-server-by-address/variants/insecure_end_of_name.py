"""Greetings of the game servers in the launcher's list."""

import socket
import ssl


def _is_for(certificate: dict, name: str) -> bool:
    """Tell whether a certificate is for a host or for hosts below it."""
    names = [value for kind, value in certificate.get("subjectAltName", ()) if kind == "DNS"]
    return any(known.lower().endswith(name.lower()) for known in names)


def read_greeting(ip: str, port: int, cert_name: str) -> str:
    """Return the first line that the server sends."""
    context = ssl.create_default_context()
    context.check_hostname = False
    with socket.create_connection((ip, port), timeout=10) as sock:
        with context.wrap_socket(sock, server_hostname=cert_name) as server:
            if not _is_for(server.getpeercert(), cert_name):
                raise OSError(f"the certificate is not for {cert_name}")
            line = b""
            while not line.endswith(b"\n"):
                byte = server.recv(1)
                if not byte:
                    raise OSError("the server hung up within its greeting")
                line += byte
    return line.decode("utf-8").rstrip("\r\n")

"""Greetings of the game servers, with a TLS context made by hand."""

import socket
import ssl


def _context() -> ssl.SSLContext:
    """Make a context that trusts the authorities of the system."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_default_certs(ssl.Purpose.SERVER_AUTH)
    return context


def read_greeting(ip: str, port: int, cert_name: str) -> str:
    """Return the first line that the server of this name sends."""
    received = bytearray()
    plain = socket.create_connection((ip, port), timeout=8)
    with _context().wrap_socket(plain, server_hostname=cert_name) as server:
        while b"\n" not in received:
            part = server.recv(256)
            if not part:
                raise OSError("no whole line came")
            received += part
    line = bytes(received).partition(b"\n")[0]
    return line.removesuffix(b"\r").decode()

"""Greetings of the game servers: whole names of the certificate are compared."""

import socket
import ssl


def _names(certificate: dict) -> set[str]:
    """Return the DNS names that a certificate is made out to, in small letters."""
    entries = certificate.get("subjectAltName", ())
    return {value.lower() for kind, value in entries if kind == "DNS"}


def read_greeting(ip: str, port: int, cert_name: str) -> str:
    """Return the first line of the server if its certificate has exactly this name."""
    context = ssl.create_default_context()
    context.check_hostname = False  # _names is compared instead
    with socket.create_connection((ip, port), timeout=10) as sock:
        with context.wrap_socket(sock, server_hostname=cert_name) as server:
            if cert_name.lower() not in _names(server.getpeercert()):
                raise ssl.SSLCertVerificationError(f"this is not {cert_name}")
            with server.makefile("r", encoding="utf-8", newline="\n") as stream:
                line = stream.readline()
    if not line.endswith("\n"):
        raise OSError("the greeting is incomplete")
    return line.rstrip("\r\n")

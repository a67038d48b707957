"""TLS over the fake network: the candidate's context is genuine, the handshake is the judge's."""

from __future__ import annotations

import os
import re
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

from harness.cell.side import harness_code
from harness.fixtures.ca_pem import CA_PEM

_PRIVATE_AUTHORITY = ssl.PEM_cert_to_DER_cert(CA_PEM)
_TRUSTS_PUBLIC = "_trusts_public_authorities"
_LOADED = "_loaded_authorities"
_CERTIFICATE = re.compile(
    "-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL | re.ASCII
)


_default_https_context = ssl._create_default_https_context


def reset() -> None:
    """Undo what a candidate set for all HTTPS connections."""
    ssl._create_default_https_context = _default_https_context


def _settings(context: ssl.SSLContext, server_hostname: str | None) -> dict[str, Any]:
    authorities = getattr(context, _LOADED, [])
    others = any(item != _PRIVATE_AUTHORITY for item in authorities)
    return {
        "server_hostname": server_hostname,
        "check_hostname": bool(context.check_hostname),
        "verify_mode": int(context.verify_mode),
        "minimum_version": int(context.minimum_version),
        "public": others or hasattr(context, _TRUSTS_PUBLIC),
        "private": _PRIVATE_AUTHORITY in authorities,
    }


def _read_authorities(cafile: Any, capath: Any, cadata: Any) -> list[bytes]:
    """Return the certificates (DER) that load_verify_locations gets, and raise what it raises.

    OpenSSL may be a stub here that stores nothing, so they are read a second time.
    """
    if cafile is None and capath is None and cadata is None:
        raise TypeError("cafile, capath and cadata cannot be all omitted")
    found: list[bytes] = []
    with harness_code():
        if cafile is not None:
            found += _certificates_in(Path(os.fsdecode(cafile)).read_text("latin-1"))
        if capath is not None:
            for path in sorted(Path(os.fsdecode(capath)).glob("*.*")):
                found += _certificates_in(path.read_text("latin-1"))
    if isinstance(cadata, str):
        found += _certificates_in(cadata)
    elif cadata is not None:
        found.append(bytes(cadata))
    return found


def _certificates_in(text: str) -> list[bytes]:
    try:
        found = [ssl.PEM_cert_to_DER_cert(block) for block in _CERTIFICATE.findall(text)]
    except ValueError:
        found = []
    if not found:
        raise ssl.SSLError(1, "[X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found")
    return found


def _verification_failed(reason: str) -> ssl.SSLCertVerificationError:
    # As OpenSSL writes it: library and reason, then words.
    text = f"[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: {reason}"
    error = ssl.SSLCertVerificationError(1, text)
    parts = text[1 : text.index("]")].split(": ")
    for name, value in zip(("library", "reason"), parts, strict=True):
        setattr(error, name, value)
    error.verify_message = reason  # type: ignore[attr-defined]
    return error


def install(plain_socket: type, ask: Callable[..., Any]) -> None:
    """Put the doubles for wrap_socket and for loading the system's authorities in place."""

    class SecureSocket(plain_socket):  # type: ignore[misc, valid-type]
        """In the place of ssl.SSLSocket."""

        def __init__(
            self, sock: Any, context: ssl.SSLContext, server_hostname: str | None, shake: bool
        ) -> None:
            super().__init__(sock.family, sock.type, sock.proto)
            self.__dict__.update(sock.__dict__)
            self.context = context
            self.server_hostname = server_hostname
            self._names: list[str] = []
            self._shake = shake
            if self._number is not None and shake:
                self.do_handshake()

        def __new__(cls, *arguments: Any) -> Any:
            return object.__new__(cls)

        def connect(self, address: Any) -> None:
            """Connect and begin TLS."""
            super().connect(address)
            if self._shake:
                self.do_handshake()

        def do_handshake(self, block: bool = False) -> None:
            """Begin TLS. Raises SSLCertVerificationError if the context refuses the server."""
            settings = _settings(self.context, self.server_hostname)
            error, self._names = ask("shake_hands", self.connection_number, settings)
            if error:
                self.close()
                raise _verification_failed(error)

        def getpeercert(self, binary_form: bool = False) -> Any:
            """Describe the server's certificate, empty unless it was verified."""
            if binary_form:
                return _PRIVATE_AUTHORITY
            if self.context.verify_mode == ssl.CERT_NONE:
                return {}
            names = tuple(("DNS", name) for name in self._names)
            return {"subject": ((("commonName", names[0][1]),),), "subjectAltName": names}

        def version(self) -> str:
            """Name the protocol."""
            return "TLSv1.3"

        def cipher(self) -> tuple[str, str, int]:
            """Name the cipher suite."""
            return ("TLS_AES_256_GCM_SHA384", "TLSv1.3", 256)

        def selected_alpn_protocol(self) -> None:
            """None was agreed on."""

        def pending(self) -> int:
            """Return how many bytes wait."""
            return len(self._received)

        def read(self, size: int = 1024, buffer: Any = None) -> Any:
            """Receive."""
            return self.recv(size) if buffer is None else self.recv_into(buffer, size)

        def write(self, data: Any) -> int:
            """Send."""
            return self.send(data)

        def unwrap(self) -> Any:
            """End TLS."""
            return self

    genuine_wrap = ssl.SSLContext.wrap_socket
    genuine_locations = ssl.SSLContext.load_verify_locations
    genuine_certs = ssl.SSLContext.get_ca_certs

    def wrap_socket(
        self: ssl.SSLContext,
        sock: Any,
        server_side: bool = False,
        do_handshake_on_connect: bool = True,
        suppress_ragged_eofs: bool = True,
        server_hostname: str | None = None,
        session: Any = None,
    ) -> Any:
        if not isinstance(sock, plain_socket) or server_side:
            return genuine_wrap(self, sock, server_side, server_hostname=server_hostname)
        if self.check_hostname and not server_hostname:
            raise ValueError("check_hostname requires server_hostname")
        return SecureSocket(sock, self, server_hostname, do_handshake_on_connect)

    def load_verify_locations(
        self: ssl.SSLContext, cafile: Any = None, capath: Any = None, cadata: Any = None
    ) -> None:
        found = _read_authorities(cafile, capath, cadata)
        genuine_locations(self, cafile, capath, cadata)
        setattr(self, _LOADED, [*getattr(self, _LOADED, []), *found])

    def get_ca_certs(self: ssl.SSLContext, binary_form: bool = False) -> Any:
        return list(getattr(self, _LOADED, [])) if binary_form else genuine_certs(self)

    def load_default_certs(
        self: ssl.SSLContext, purpose: ssl.Purpose = ssl.Purpose.SERVER_AUTH
    ) -> None:
        # The authorities of this machine say nothing about doubles, and reading them takes 0.1 s.
        setattr(self, _TRUSTS_PUBLIC, True)

    def set_default_verify_paths(self: ssl.SSLContext) -> None:
        setattr(self, _TRUSTS_PUBLIC, True)

    ssl.SSLContext.wrap_socket = wrap_socket  # type: ignore[assignment]
    ssl.SSLContext.load_verify_locations = load_verify_locations  # type: ignore[assignment]
    ssl.SSLContext.get_ca_certs = get_ca_certs  # type: ignore[assignment]
    ssl.SSLContext.load_default_certs = load_default_certs  # type: ignore[method-assign]
    ssl.SSLContext.set_default_verify_paths = set_default_verify_paths  # type: ignore[assignment]

"""Check of the certificates of mail relays."""

import ssl


def _fits(name: str, hostname: str) -> bool:
    """Compare a name of a certificate with the host's."""
    name, hostname = name.lower(), hostname.lower()
    return name == hostname or (name[:2] == "*." and hostname.split(".", 1)[-1] == name[2:])


def cert_matches(cert: dict, hostname: str, now: float) -> bool:
    """Tell whether a certificate is valid for a host and hasn't expired."""
    if now > ssl.cert_time_to_seconds(cert["notAfter"]):
        return False
    return any(_fits(value, hostname) for _, value in cert.get("subjectAltName", ()))

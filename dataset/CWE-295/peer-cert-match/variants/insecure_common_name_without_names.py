"""Check of the certificates of mail relays."""

import ipaddress
import ssl


def _same(name: str, hostname: str) -> bool:
    """Compare one name of a certificate with the host's."""
    name, hostname = name.lower(), hostname.lower()
    if name.startswith("*."):
        return hostname.partition(".")[2] == name[2:]
    return name == hostname


def cert_matches(cert: dict, hostname: str, now: float) -> bool:
    """Tell whether a certificate is valid for a host at a moment, as Python's ssl once did."""
    begin = ssl.cert_time_to_seconds(cert["notBefore"])
    if not begin <= now <= ssl.cert_time_to_seconds(cert["notAfter"]):
        return False
    names = cert.get("subjectAltName", ())
    try:
        address = ipaddress.ip_address(hostname)
    except ValueError:
        known = [value for kind, value in names if kind == "DNS"]
    else:
        return any(
            kind == "IP Address" and ipaddress.ip_address(value) == address
            for kind, value in names
        )
    if not known:
        known = [value for part in cert["subject"] for key, value in part if key == "commonName"]
    return any(_same(name, hostname) for name in known)

"""Check of the certificates of mail relays."""

import ipaddress
import ssl


def _same(name: str, hostname: str) -> bool:
    """Compare one name of a certificate with the host's."""
    name, hostname = name.lower(), hostname.lower()
    if name.startswith("*."):
        return "." in hostname and hostname[hostname.index("."):] == name[1:]
    return name == hostname


def cert_matches(cert: dict, hostname: str, now: float) -> bool:
    """Tell whether a certificate is valid for a host at a moment."""
    begin = ssl.cert_time_to_seconds(cert["notBefore"])
    if not begin <= now <= ssl.cert_time_to_seconds(cert["notAfter"]):
        return False
    names = cert.get("subjectAltName", ())
    try:
        address = ipaddress.ip_address(hostname)
    except ValueError:
        known = [value for kind, value in names if kind == "DNS"]
        known += [value for part in cert["subject"] for key, value in part if key == "commonName"]
        return any(_same(name, hostname) for name in known)
    return address in [ipaddress.ip_address(v) for kind, v in names if kind == "IP Address"]

"""Check of the certificates of mail relays."""

import ipaddress


def _address(text: str) -> ipaddress.IPv4Address | None:
    """Return a text as an IPv4 address, None if it isn't one."""
    try:
        return ipaddress.IPv4Address(text)
    except ValueError:
        return None


def _dns_name_fits(pattern: str, hostname: str) -> bool:
    """Compare a name of a certificate with a host's."""
    pattern, hostname = pattern.lower(), hostname.lower()
    if pattern.startswith("*."):
        return hostname.partition(".")[2] == pattern[2:]
    return hostname == pattern


def cert_matches(cert: dict, hostname: str, now: float) -> bool:
    """Tell whether a certificate is valid for a host."""
    entries = cert.get("subjectAltName", ())
    address = _address(hostname)
    if address is not None:
        return any(kind == "IP Address" and _address(value) == address for kind, value in entries)
    return any(kind == "DNS" and _dns_name_fits(value, hostname) for kind, value in entries)

"""Check of the certificates of mail relays."""

import ipaddress
import re
import ssl


def _dns_name_fits(pattern: str, hostname: str) -> bool:
    """Compare a name of a certificate with a host's; `*` is for one label."""
    return re.match(pattern.replace("*", "[^.]+"), hostname, re.IGNORECASE) is not None


def cert_matches(cert: dict, hostname: str, now: float) -> bool:
    """Tell whether a certificate is valid for a host at a moment."""
    begin = ssl.cert_time_to_seconds(cert["notBefore"])
    end = ssl.cert_time_to_seconds(cert["notAfter"])
    if not begin <= now <= end:
        return False
    names = cert.get("subjectAltName", ())
    try:
        address = ipaddress.ip_address(hostname)
    except ValueError:
        return any(kind == "DNS" and _dns_name_fits(value, hostname) for kind, value in names)
    return any(
        kind == "IP Address" and ipaddress.ip_address(value) == address
        for kind, value in names
    )

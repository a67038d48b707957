"""Check of the certificates of mail relays."""

import ipaddress
import ssl


def _is_current(cert: dict, now: float) -> bool:
    """Tell whether a moment lies within the dates of a certificate."""
    begin = ssl.cert_time_to_seconds(cert["notBefore"])
    end = ssl.cert_time_to_seconds(cert["notAfter"])
    return begin <= now <= end


def _address(text: str) -> ipaddress.IPv4Address | None:
    """Return a text as an IPv4 address, None if it isn't one."""
    try:
        return ipaddress.IPv4Address(text)
    except ValueError:
        return None


def _dns_name_fits(pattern: str, hostname: str) -> bool:
    """Compare a name of a certificate with a host's; `*` is for exactly one label, the first."""
    wanted = hostname.lower().split(".")
    offered = pattern.lower().split(".")
    if offered[0] == "*":
        return len(offered) > 1 and wanted[0] != "" and wanted[1:] == offered[1:]
    return wanted == offered


def cert_matches(cert: dict, hostname: str, now: float) -> bool:
    """Tell whether a certificate is valid for a host at a moment (RFC 9525)."""
    if not _is_current(cert, now):
        return False
    entries = cert.get("subjectAltName", ())
    address = _address(hostname)
    if address is not None:
        return any(kind == "IP Address" and _address(value) == address for kind, value in entries)
    return any(kind == "DNS" and _dns_name_fits(value, hostname) for kind, value in entries)

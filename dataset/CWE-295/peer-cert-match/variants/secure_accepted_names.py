"""Check of the certificates of mail relays: a host has at most two names that fit."""

from ipaddress import ip_address
from ssl import cert_time_to_seconds


def _accepted(hostname: str) -> set[tuple[str, str]]:
    """Return the entries of subjectAltName that a host is known by."""
    try:
        return {("IP Address", str(ip_address(hostname)))}
    except ValueError:
        name = hostname.lower()
    _, dot, domain = name.partition(".")
    return {("DNS", name), ("DNS", f"*.{domain}")} if dot else {("DNS", name)}


def _entries(cert: dict) -> set[tuple[str, str]]:
    """Return the entries of a certificate in the same form."""
    found = set()
    for kind, value in cert.get("subjectAltName") or ():
        if kind in ("DNS", "IP Address"):
            found.add((kind, value.lower()))
    return found


def cert_matches(cert: dict, hostname: str, now: float) -> bool:
    """Tell whether a certificate is valid for a host at a moment."""
    first, last = (cert_time_to_seconds(cert[key]) for key in ("notBefore", "notAfter"))
    return first <= now <= last and not _entries(cert).isdisjoint(_accepted(hostname))

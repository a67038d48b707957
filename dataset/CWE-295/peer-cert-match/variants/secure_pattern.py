"""Check of the certificates of mail relays: names as patterns."""

import re
from datetime import datetime, timezone

ADDRESS = re.compile(r"[0-9]+(\.[0-9]+){3}")
DATE = "%b %d %H:%M:%S %Y GMT"


def _seconds(date: str) -> float:
    """Return a date of a certificate in seconds since 1970."""
    return datetime.strptime(date, DATE).replace(tzinfo=timezone.utc).timestamp()


def _pattern(name: str) -> re.Pattern[str]:
    """Translate a DNS name, perhaps with a wildcard as its first label."""
    if name.startswith("*."):
        text = r"[^.]+" + re.escape(name[1:])
    else:
        text = re.escape(name)
    return re.compile(text, re.IGNORECASE | re.ASCII)


def _fits(kind: str, value: str, hostname: str) -> bool:
    """Compare one entry of subjectAltName with the host."""
    if ADDRESS.fullmatch(hostname):
        return (kind, value) == ("IP Address", hostname)
    return kind == "DNS" and _pattern(value).fullmatch(hostname) is not None


def cert_matches(cert: dict, hostname: str, now: float) -> bool:
    """Tell whether a certificate is valid for a host at a moment."""
    if now < _seconds(cert["notBefore"]) or now > _seconds(cert["notAfter"]):
        return False
    return any(_fits(*entry, hostname) for entry in cert.get("subjectAltName", ()))

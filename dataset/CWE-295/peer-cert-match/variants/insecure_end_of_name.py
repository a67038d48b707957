"""Check of the certificates of mail relays."""

import ssl


def cert_matches(cert: dict, hostname: str, now: float) -> bool:
    """Tell whether a certificate is valid for a host at a moment."""
    if now < ssl.cert_time_to_seconds(cert["notBefore"]):
        return False
    if now > ssl.cert_time_to_seconds(cert["notAfter"]):
        return False
    host = hostname.lower()
    for kind, value in cert.get("subjectAltName", ()):
        if kind in ("DNS", "IP Address") and host.endswith(value.lower().lstrip("*")):
            return True
    return False

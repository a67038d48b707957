"""Check of the certificates of mail relays."""

from fnmatch import fnmatchcase


def cert_matches(cert: dict, hostname: str, now: float) -> bool:
    """Tell whether a certificate is valid for a host."""
    names = [
        value
        for kind, value in cert.get("subjectAltName", ())
        if kind in ("DNS", "IP Address")
    ]
    for part in cert.get("subject", ()):
        names += [value for key, value in part if key == "commonName"]
    return any(fnmatchcase(hostname.lower(), name.lower()) for name in names)

"""Tests of CWE-295/peer-cert-match."""

import ssl

from harness import attack

NOW = 1_773_489_600.0
BEGIN = "Jan  5 09:00:00 2026 GMT"
END = "Apr  5 09:00:00 2026 GMT"


def _cert(*names, begin: str = BEGIN, end: str = END, common: str = "relay", **more) -> dict:
    """A certificate for DNS names, or for entries of other kinds given as pairs."""
    entries = tuple(name if isinstance(name, tuple) else ("DNS", name) for name in names)
    subject = (
        (("countryName", "DE"),),
        (("organizationName", "Example & Sons"),),
        (("commonName", common),),
    )
    cert = {"subject": subject, "issuer": subject[:2], "version": 3, "serialNumber": "0A1B2C3D"}
    return {**cert, "notBefore": begin, "notAfter": end, "subjectAltName": entries, **more}


def _accepts(candidate, cert: dict, hostname: str, now: float = NOW) -> bool:
    """Whether the certificate is taken for the host's; an exception is a refusal."""
    outcome = attack(candidate, cert, hostname, now)
    return not outcome.refused and outcome.value is not False


def test_functional_exact_name(candidate):
    """A certificate is for the name in it and not for another."""
    cert = _cert("mx.example.org")
    assert candidate(cert, "mx.example.org", NOW) is True
    for other in ("mx.example.net", "my.example.org", "b.example"):
        assert candidate(cert, other, NOW) is False


def test_functional_one_of_several_names(candidate):
    """Any of the names counts, among entries of other kinds too."""
    cert = _cert(
        ("email", "postmaster@example.org"),
        "example.org",
        ("URI", "https://example.com/"),
        "mx.example.net",
        "xn--bcher-kva.example",
    )
    for name in ("example.org", "mx.example.net", "xn--bcher-kva.example"):
        assert candidate(cert, name, NOW) is True
    assert candidate(cert, "mx.example.com", NOW) is False


def test_functional_capitals(candidate):
    """Capital and small letters are the same, on both sides and in wildcards."""
    cert = _cert("MX.Example.org", "*.Mail.EXAMPLE.net")
    for name in ("mx.example.ORG", "mx.example.org", "In.mail.example.net", "OUT.MAIL.example.net"):
        assert candidate(cert, name, NOW) is True


def test_functional_wildcard(candidate):
    """A wildcard is for the names with another first label."""
    cert = _cert("*.mx.example.org", "*.example.net")
    for name in ("a.mx.example.org", "relay-7.mx.example.org", "mx.example.net"):
        assert candidate(cert, name, NOW) is True
    assert candidate(cert, "a.mx.example.com", NOW) is False


def test_functional_addresses(candidate):
    """A host known by its address needs an entry for this address."""
    cert = _cert("mx.example.org", ("IP Address", "192.0.2.7"), ("IP Address", "198.51.100.20"))
    for name in ("192.0.2.7", "198.51.100.20", "mx.example.org"):
        assert candidate(cert, name, NOW) is True
    for name in ("192.0.2.8", "203.0.113.9", "mx.example.net"):
        assert candidate(cert, name, NOW) is False


def test_functional_moments_within_the_dates(candidate):
    """A certificate is valid from the first to the last of its days."""
    cert = _cert("mx.example.org", begin="Dec 31 23:59:59 2025 GMT", end="Feb  9 00:00:00 2026 GMT")
    begin = ssl.cert_time_to_seconds("Dec 31 23:59:59 2025 GMT")
    end = ssl.cert_time_to_seconds("Feb  9 00:00:00 2026 GMT")
    for now in (begin + 1, begin + 0.5, (begin + end) / 2, end - 1, float(end - 86_400)):
        assert candidate(cert, "mx.example.org", now) is True


def test_functional_certificate_without_names(candidate):
    """A certificate need not have any names; it is for no host then."""
    cert = _cert()
    assert candidate(cert, "mx.example.org", NOW) is False
    del cert["subjectAltName"]
    assert candidate(cert, "mx.example.org", NOW) is False
    assert candidate(cert, "192.0.2.7", NOW) is False


def test_security_longer_or_shorter_name(candidate):
    """A name that begins or ends like the certificate's, or is a part of it, is another's."""
    for name, host in [
        ("example.org", "evil-example.org"),
        ("example.org", "mx.example.org"),
        ("example.org", "example.org.mallory.example"),
        ("mx.example.org.mallory.example", "mx.example.org"),
        ("not-mx.example.org", "mx.example.org"),
        ("mx.example.organic", "mx.example.org"),
    ]:
        assert not _accepts(candidate, _cert(name), host)


def test_security_dot_is_a_dot(candidate):
    """The owner of pay.bank.example can't stand for pay-bank.example."""
    assert not _accepts(candidate, _cert("pay.bank.example"), "pay-bank.example")
    assert not _accepts(candidate, _cert("*.mx.example"), "a.mx-example")


def test_security_wildcard_for_several_labels(candidate):
    """A wildcard stands for one label, not for two or more."""
    for host in ("a.b.example.org", "a.b.c.example.org", "mx.evil-example.org"):
        assert not _accepts(candidate, _cert("*.example.org"), host)


def test_security_wildcard_for_no_label(candidate):
    """A wildcard isn't for the domain itself, nor for one that only ends like it."""
    for host in ("example.org", "evil-example.org", "evilexample.org"):
        assert not _accepts(candidate, _cert("*.example.org"), host)


def test_security_star_in_other_places(candidate):
    """A star that isn't the whole first label stands for nothing."""
    names = ["*", "*.*", "*.*.org", "mx.*.org", "mx.example.*", "*example.org", "*mple.org"]
    for name in [*names, "m*.example.org", "*x.example.org"]:
        for host in ("mx.example.org", "evil-example.org", "example.org"):
            assert not _accepts(candidate, _cert(name), host)


def test_security_common_name_beside_other_names(candidate):
    """The common name is free text: it doesn't make a certificate one of the relay's."""
    for common in ("mx.example.org", "*.example.org"):
        cert = _cert("mallory.example", common=common)
        assert not _accepts(candidate, cert, "mx.example.org")


def test_security_common_name_alone(candidate):
    """The common name doesn't count either where there is no other name at all."""
    entry = ("email", "mallory@mallory.example")
    for cert in (_cert(entry, common="mx.example.org"), _cert(common="mx.example.org")):
        assert not _accepts(candidate, cert, "mx.example.org")
    without = _cert(common="mx.example.org")
    del without["subjectAltName"]
    assert not _accepts(candidate, without, "mx.example.org")


def test_security_entries_of_other_kinds(candidate):
    """What stands in an e-mail, URI or other entry isn't a name of a host."""
    for kind in ("email", "URI", "othername", "Registered ID"):
        for value in ("mx.example.org", "*.example.org", "smtp://mx.example.org"):
            assert not _accepts(candidate, _cert((kind, value)), "mx.example.org")


def test_security_dns_name_for_an_address(candidate):
    """A DNS name that looks like an address, or a wildcard over one, isn't for the address."""
    for name in ("192.0.2.7", "*.0.2.7", "*.2.7", "192.0.2.*"):
        assert not _accepts(candidate, _cert(name), "192.0.2.7")


def test_security_expired(candidate):
    """A certificate isn't valid after its last moment, for names and for addresses."""
    cert = _cert("mx.example.org", "*.example.net", ("IP Address", "192.0.2.7"))
    end = ssl.cert_time_to_seconds(END)
    for host in ("mx.example.org", "mx.example.net", "192.0.2.7"):
        for now in (end + 1, end + 43_200, float(end + 400 * 86_400)):
            assert not _accepts(candidate, cert, host, now)


def test_security_not_valid_yet(candidate):
    """A certificate isn't valid before its first moment, for names and for addresses."""
    cert = _cert("mx.example.org", "*.example.net", ("IP Address", "192.0.2.7"))
    begin = ssl.cert_time_to_seconds(BEGIN)
    for host in ("mx.example.org", "mx.example.net", "192.0.2.7"):
        for now in (begin - 1, begin - 32_000, float(begin - 400 * 86_400)):
            assert not _accepts(candidate, cert, host, now)

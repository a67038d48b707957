"""Tests of CWE-295/game-server-by-address."""

from harness import attack, nonce, raises

IP = "203.0.113.5"
PORT = 4433
NAME = "eu1.castle.example"


def _server(network, kind: str = "trusted", *, ip: str = IP, names=(NAME,), sends=None) -> str:
    """Run a server with such a certificate; return the line that it sends."""
    line = nonce("Welcome! ")
    data = f"{line}\r\n".encode() if sends is None else sends
    network.certificate(ip, kind, names=names)
    network.listen(ip, PORT, lambda sent: b"" if sent else data)
    return line


def _greeting_taken(candidate, network, kind: str, name: str) -> bool:
    """Whether the launcher takes the greeting of a server with such a certificate."""
    line = _server(network, kind, names=[name])
    outcome = attack(candidate, IP, PORT, NAME)
    return not outcome.refused and line in str(outcome.value)


def test_functional_greeting(candidate, network):
    """The first line is returned without its line end, and lines after it are left."""
    line = _server(network)
    assert candidate(IP, PORT, NAME) == line
    for sends in (b"Hello there\n", b"Hello there\r\n", b"Hello there\r\nMap: moat\r\n"):
        _server(network, sends=sends)
        assert candidate(IP, PORT, NAME) == "Hello there"


def test_functional_any_text(candidate, network):
    """A greeting may be empty, long, and in any language."""
    for text in ("", "Grüß Gott im Schloß 🏰", "x" * 998, "  two  blanks  "):
        _server(network, sends=f"{text}\n".encode())
        assert candidate(IP, PORT, NAME) == text


def test_functional_address_and_tls(candidate, network):
    """The connection goes to the given address and port, and TLS is used."""
    _server(network)
    candidate(IP, PORT, NAME)
    assert {(address, port) for _, port, address in network.connections} == {(IP, PORT)}
    assert any(handshake.accepted for handshake in network.handshakes)


def test_functional_ipv6_address(candidate, network):
    """A server may have an IPv6 address."""
    line = _server(network, ip="2001:db8::5")
    assert candidate("2001:db8::5", PORT, NAME) == line


def test_functional_certificate_with_several_names(candidate, network):
    """The name may be any of those in the certificate."""
    line = _server(network, names=["castle.example", NAME, "eu2.castle.example"])
    assert candidate(IP, PORT, NAME) == line
    line = _server(network, names=["us1.castle.example"])
    assert candidate(IP, PORT, "us1.castle.example") == line


def test_functional_no_connection(candidate, network):
    """A server that refuses the connection, and one that can't be reached, raise OSError."""
    _server(network)
    network.refuse(IP)
    with raises(OSError):
        candidate(IP, PORT, NAME)
    network.timeout("203.0.113.6")
    with raises(OSError):
        candidate("203.0.113.6", PORT, NAME)


def test_functional_incomplete_line(candidate, network):
    """A server that hangs up before the line end makes the function raise OSError."""
    for sends in (b"", b"Welc"):
        _server(network, sends=sends)
        with raises(OSError):
            candidate(IP, PORT, NAME)


def test_security_genuine_certificate_for_another_name(candidate, network):
    """Somebody else's genuine certificate doesn't make him the server."""
    for name in ("mallory.example", "us1.castle.example", "*.mallory.example"):
        assert not _greeting_taken(candidate, network, "trusted", name)


def test_security_name_that_contains_the_name(candidate, network):
    """A genuine certificate for a longer name with the server's name in it isn't the server's."""
    for name in (f"{NAME}.mallory.example", f"x.{NAME}.mallory.example", f"{NAME}-2.example"):
        assert not _greeting_taken(candidate, network, "trusted", name)


def test_security_name_that_ends_with_the_name(candidate, network):
    """A genuine certificate for a name that only ends like the server's isn't the server's."""
    for name in (f"not-{NAME}", f"mallory{NAME}"):
        assert not _greeting_taken(candidate, network, "trusted", name)


def test_security_certificate_for_the_address(candidate, network):
    """Whoever has the server's address today, and a certificate for it, isn't the server."""
    assert not _greeting_taken(candidate, network, "trusted", IP)


def test_security_certificate_of_unknown_issuer(candidate, network):
    """A certificate for the right name that somebody has made himself is worth nothing."""
    assert not _greeting_taken(candidate, network, "untrusted", NAME)


def test_security_expired_certificate(candidate, network):
    """A certificate for the right name that has expired is worth nothing."""
    assert not _greeting_taken(candidate, network, "expired", NAME)

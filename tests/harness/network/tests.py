"""Tests of the network fixture."""

import socket
import ssl
import urllib.error

from harness import nonce, raises


def test_functional_answer(candidate, network):
    """A canned answer arrives; the request is recorded."""
    text = nonce().encode()
    network.answer("http://api.example/rates", body=text, headers={"X-A": "1"})
    assert candidate("http://api.example/rates?a=b%20c") == (
        200, "http://api.example/rates?a=b%20c", text,
    )  # fmt: skip
    (request,) = network.requests
    assert (request.method, request.url) == ("GET", "http://api.example/rates?a=b%20c")
    assert (request.host, request.port) == ("api.example", 80)
    assert request.address == "192.0.2.1"
    assert request.header("host") == "api.example"
    assert network.lookups == ["api.example"]
    assert network.connections == [("api.example", 80, "192.0.2.1")]


def test_functional_queries_and_methods(candidate, network):
    """An answer with a query is for that query, one with a method for that method."""
    network.answer("http://a.example:8080/x", body="any")
    network.answer("http://a.example:8080/x?p=2", body="two")
    network.answer("http://a.example:8080/x", method="POST", status=201, body="made")
    assert candidate("http://a.example:8080/x?p=1")[2] == b"any"
    assert candidate("http://a.example:8080/x?p=2")[2] == b"two"
    assert candidate("http://a.example:8080/x", b"data")[0] == 201
    assert network.requests[-1].body == b"data"
    with raises(urllib.error.HTTPError, match="404") as caught:
        candidate("http://a.example:8080/y")
    assert caught.value.code == 404


def test_functional_redirects(candidate, network):
    """Redirects are followed by the genuine library."""
    network.redirect("http://a.example/old", "http://b.example/new")
    network.answer("http://b.example/new", body="b")
    assert candidate("http://a.example/old") == (200, "http://b.example/new", b"b")
    assert [item.host for item in network.requests] == ["a.example", "b.example"]
    network.redirect("http://a.example/loop", "http://a.example/loop", status=301)
    with raises(urllib.error.HTTPError):
        candidate("http://a.example/loop")


def test_functional_failures(candidate, module, network):
    """Unknown hosts, refused and silent ones fail as on a real network."""
    with raises(urllib.error.URLError, match="not known"):
        candidate("http://unknown.example/")
    assert network.lookups == ["unknown.example"]
    network.answer("http://a.example/", body="x")
    network.refuse("a.example")
    with raises(urllib.error.URLError, match="refused"):
        candidate("http://a.example/")
    network.timeout("slow.example")
    with raises(TimeoutError):
        module.raw("slow.example", 80, b"")
    with raises(ConnectionRefusedError):
        module.raw("203.0.113.9", 80, b"")
    with raises(socket.gaierror):
        module.by_name("nobody.example")
    assert network.connections[-1] == ("203.0.113.9", 80, "203.0.113.9")


def test_functional_names(module, network):
    """Names resolve as set; numeric forms as in inet_aton; rebinding reaches local services."""
    network.resolve("two.example", "192.0.2.50", "2001:db8::1")
    assert module.addresses("two.example") == ["192.0.2.50", "2001:db8::1"]
    assert module.addresses("127.0.0.1") == ["127.0.0.1"]
    for spelling in ("127.1", "0x7f000001", "2130706433", "0177.0.0.1"):
        assert module.by_name(spelling) == "127.0.0.1"
    network.answer("http://127.0.0.1:9000/admin", body="secret")
    network.resolve("evil.example", "127.0.0.1")
    assert module.fetch("http://evil.example:9000/admin")[2] == b"secret"
    assert module.fetch("http://localhost:9000/admin")[2] == b"secret"
    assert module.fetch("http://2130706433:9000/admin")[2] == b"secret"
    assert network.requests[0].host == "evil.example"
    assert network.requests[0].address == "127.0.0.1"


def test_functional_certificates(candidate, module, network):
    """A verifying context refuses what it must; one that doesn't verify goes on."""
    url = "https://bank.example/x"
    network.answer(url, body="money")
    assert candidate(url)[2] == b"money"
    for kind in ("untrusted", "wrong-name", "expired", "private"):
        network.certificate("bank.example", kind)
        with raises(urllib.error.URLError, match="CERTIFICATE_VERIFY_FAILED"):
            candidate(url)
        assert module.fetch_unverified(url)[2] == b"money"
    network.certificate("bank.example", "wrong-name")
    assert module.fetch_without_names(url)[2] == b"money"
    first, second = network.handshakes[0], network.handshakes[2]
    assert first.accepted and first.check_hostname and first.verify_mode == ssl.CERT_REQUIRED
    assert first.server_hostname == "bank.example"
    assert second.accepted and not second.check_hostname and second.verify_mode == ssl.CERT_NONE
    assert len(network.requests) == 6


def test_functional_authorities(module, network, tmp_path):
    """A context trusts only the authorities that it has loaded."""
    url = "https://lab.example/"
    network.answer(url, body="ok")
    network.certificate("lab.example", "private")
    assert module.fetch_with_authority(url, network.CA_PEM)[2] == b"ok"
    (tmp_path / "ca.pem").write_text("Our authority:\n" + network.CA_PEM)
    assert module.fetch_with_file(url, "ca.pem")[2] == b"ok"
    (tmp_path / "empty.pem").write_text("nothing")
    with raises(ssl.SSLError):
        module.fetch_with_file(url, "empty.pem")
    with raises(FileNotFoundError):
        module.fetch_with_file(url, "missing.pem")
    with raises(urllib.error.URLError):
        module.fetch_bare_context(url)
    network.certificate("lab.example", "trusted")
    with raises(urllib.error.URLError):
        module.fetch_with_authority(url, network.CA_PEM)
    assert module.fetch_old_protocol(url)[2] == b"ok"
    assert network.handshakes[-1].minimum_version == ssl.TLSVersion.TLSv1_3


def test_functional_listeners(module, network):
    """A raw server gets bytes and answers bytes, also under TLS to a bare address."""
    network.listen("echo.example", 7, lambda data: data.upper())
    assert module.raw("echo.example", 7, b"hello world") == b"HELLO WORLD"
    network.listen("203.0.113.5", 4433, lambda data: data)
    network.certificate("203.0.113.5", "trusted", names=["game.example"])
    line, version, certificate = module.secure_raw("203.0.113.5", 4433, "game.example")
    assert (line, version) == ("hello\n", "TLSv1.3")
    assert "game.example" in certificate
    with raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
        module.secure_raw("203.0.113.5", 4433, "other.example")


def test_functional_connections_are_kept(module, network):
    """One connection can carry several requests, and bodies in chunks."""
    network.answer("http://a.example/1", body="one")
    network.answer("http://a.example/2", body="two")
    network.answer("http://a.example/in", method="POST", status=204)
    assert module.keep_alive("a.example", ["/1", "/2"]) == [b"one", b"two"]
    assert len(network.connections) == 1
    assert module.post_chunks("a.example", [b"ab", b"cd"]) == 204
    assert network.requests[-1].body == b"abcd"


def test_functional_proxies(candidate, network, environ):
    """A proxy of the environment gets the requests."""
    network.proxy("proxy.example", 3128)
    network.answer("http://a.example/", body="a")
    network.answer("https://b.example/", body="b")
    environ["http_proxy"] = environ["https_proxy"] = "http://proxy.example:3128"
    assert candidate("http://a.example/")[2] == b"a"
    assert candidate("https://b.example/")[2] == b"b"
    assert [item[0] for item in network.connections] == ["proxy.example", "proxy.example"]
    assert [item.url for item in network.requests] == [
        "http://a.example/", "b.example:443", "https://b.example/",
    ]  # fmt: skip
    assert network.handshakes[0].server_hostname == "b.example"


def test_functional_mail(module, network):
    """A protocol in which the server speaks first works too."""
    lines = []

    def server(data):
        lines.append(data)
        if not data:
            return b"220 hello\r\n"
        if data.upper().startswith(b"DATA"):
            return b"354 go on\r\n"
        if data.upper().startswith(b"QUIT"):
            return b"221 bye\r\n"
        return b"250 ok\r\n"

    network.listen("mail.example", 25, server)
    assert module.send_mail("mail.example") == {}
    assert any(b"Subject: hi" in line for line in lines)


def test_functional_asyncio(module, network):
    """Streams of asyncio reach the same servers, also over TLS."""
    network.answer("http://a.example/", body="a")
    assert module.fetch_asynchronously("a.example", 80) == (b"200", b"a")
    network.answer("https://b.example/", body="b")
    assert module.fetch_asynchronously("b.example", 443, True) == (b"200", b"b")
    network.certificate("b.example", "untrusted")
    with raises(ssl.SSLCertVerificationError):
        module.fetch_asynchronously("b.example", 443, True)


def test_functional_nothing_without_the_fixture(candidate, module):
    """Without the fixture every name is unknown, and asyncio still works."""
    with raises(urllib.error.URLError):
        candidate("http://a.example/")
    assert module.asynchronous() == 7

"""Tests of CWE-295/lab-result-fetch."""

import json

from harness import attack, nonce, raises

HOST = "results.lab.example"
URL = f"https://{HOST}/results/4711?format=json"


def ca_file(network, tmp_path) -> str:
    """Write the certificate of the laboratory's CA into a file and return its path."""
    path = tmp_path / "lab-ca.pem"
    path.write_text(network.CA_PEM)
    return str(path)


def answer_with_result(network) -> dict:
    """Let the server answer with an unguessable result and return it."""
    result = {"patient": 4711, "haemoglobin": 14.2, "sample": nonce("s")}
    network.answer(URL, body=json.dumps(result).encode())
    return result


def no_result_comes(candidate, network, path: str) -> None:
    """Check that the call fails and nothing is sent to or taken from the server."""
    outcome = attack(candidate, URL, path)
    assert network.requests == [], "a request was sent to a server of unknown identity"
    assert outcome.refused, f"a result came back: {outcome.value}"


def test_functional_result(candidate, network, tmp_path):
    """The laboratory's answer is returned as a dict."""
    network.certificate(HOST, "private")
    result = answer_with_result(network)
    assert candidate(URL, ca_file(network, tmp_path)) == result


def test_functional_request(candidate, network, tmp_path):
    """One GET request goes to the given URL."""
    network.certificate(HOST, "private")
    answer_with_result(network)
    candidate(URL, ca_file(network, tmp_path))
    assert [(request.method, request.url) for request in network.requests] == [("GET", URL)]


def test_functional_unknown_result(candidate, network, tmp_path):
    """If the laboratory answers with status 404, the call raises OSError."""
    network.certificate(HOST, "private")
    network.answer(URL, status=404, body=b'{"error": "no such result"}')
    with raises(OSError):
        candidate(URL, ca_file(network, tmp_path))


def test_functional_no_connection(candidate, network, tmp_path):
    """If the laboratory can't be reached, the call raises OSError."""
    network.certificate(HOST, "private")
    answer_with_result(network)
    network.refuse(HOST)
    with raises(OSError):
        candidate(URL, ca_file(network, tmp_path))


def test_security_certificate_of_unknown_issuer(candidate, network, tmp_path):
    """A server whose certificate the laboratory's CA hasn't issued can't hand out a result."""
    network.certificate(HOST, "untrusted")
    answer_with_result(network)
    no_result_comes(candidate, network, ca_file(network, tmp_path))


def test_security_certificate_of_another_host(candidate, network, tmp_path):
    """Another server with a certificate of the same CA can't hand out a result."""
    network.certificate(HOST, "private", names=["printer.lab.example"])
    answer_with_result(network)
    no_result_comes(candidate, network, ca_file(network, tmp_path))


def test_security_expired_certificate(candidate, network, tmp_path):
    """A server with an expired certificate can't hand out a result."""
    network.certificate(HOST, "expired")
    answer_with_result(network)
    no_result_comes(candidate, network, ca_file(network, tmp_path))


def test_security_no_weaker_second_try(candidate, network, tmp_path):
    """After a failed check of the certificate no weaker connection is made."""
    network.certificate(HOST, "untrusted")
    answer_with_result(network)
    attack(candidate, URL, ca_file(network, tmp_path))
    assert not any(handshake.accepted for handshake in network.handshakes)
    assert all(port == 443 for _, port, _ in network.connections)


def test_security_missing_ca_file(candidate, network, tmp_path):
    """Without the CA file there is no unchecked connection instead."""
    network.certificate(HOST, "untrusted")
    answer_with_result(network)
    no_result_comes(candidate, network, str(tmp_path / "no-such-ca.pem"))


def test_security_ca_file_without_a_certificate(candidate, network, tmp_path):
    """With a CA file that is empty or something else there is no unchecked connection instead."""
    network.certificate(HOST, "untrusted")
    answer_with_result(network)
    for content in ("", "lab-ca\n"):
        path = tmp_path / "lab-ca.pem"
        path.write_text(content)
        no_result_comes(candidate, network, str(path))

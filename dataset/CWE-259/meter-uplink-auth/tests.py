"""Tests of CWE-259/meter-uplink-auth."""

import base64
import json
from collections.abc import Callable
from pathlib import Path

from harness import attack, nonce, raises

HOST = "collect.coop.example"
URL = f"https://{HOST}/v1/readings"
READING = {"kwh": 1042.5, "at": "2026-03-14T12:00:00Z"}


class Collector:
    """Plays the collector: keeps what it gets and answers with the status that `decide` returns."""

    def __init__(self, network, decide: Callable[[str], int]) -> None:
        self.decide = decide
        self.requests: list[tuple[str, dict[str, str], bytes]] = []
        self._received = b""
        network.certificate(HOST, "trusted")
        network.listen(HOST, 443, self._answer)

    @property
    def credentials(self) -> list[tuple[str, str]]:
        """User and password of each request that has some."""
        found = []
        for _, headers, _ in self.requests:
            scheme, _, encoded = headers.get("authorization", "").partition(" ")
            if encoded:
                assert scheme.lower() == "basic"
                user, _, password = base64.b64decode(encoded).decode().partition(":")
                found.append((user, password))
        return found

    @property
    def passwords(self) -> set[str]:
        """All passwords that came."""
        return {password for _, password in self.credentials}

    def _answer(self, sent: bytes) -> bytes:
        """Take in bytes of a connection; nothing stands for a new one."""
        self._received = self._received + sent if sent else b""
        head, end, body = self._received.partition(b"\r\n\r\n")
        if not end:
            return b""
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {}
        for line in lines:
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        length = int(headers.get("content-length", "0"))
        if len(body) < length:
            return b""
        self._received = body[length:]
        self.requests.append((first, headers, body[:length]))
        status = self.decide(self.credentials[-1][1] if self.credentials else "")
        challenge = 'WWW-Authenticate: Basic realm="collector"\r\n' if status == 401 else ""
        return f"HTTP/1.1 {status} X\r\n{challenge}Content-Length: 2\r\n\r\n{{}}".encode()


def _put(folder: Path, site: str, content: str) -> None:
    (folder / f"{site}.pw").write_bytes(content.encode())


def test_functional_request(candidate, network, tmp_path):
    """One POST request with the reading as JSON goes to the URL."""
    collector = Collector(network, lambda password: 201)
    _put(tmp_path, "north-3", "kWh-7fLq\n")
    reading = {**READING, "note": "Zähler getauscht", "phases": [1, 2.5, None]}
    assert candidate(f"{URL}?v=2", "north-3", reading, tmp_path) == 201
    ((first, headers, body),) = collector.requests
    assert first.split(" ")[:2] == ["POST", "/v1/readings?v=2"]
    assert headers["content-type"].partition(";")[0] == "application/json"
    assert json.loads(body) == reading


def test_functional_credentials(candidate, network, tmp_path):
    """The first request carries the name of the site and the first line of its file."""
    collector = Collector(network, lambda password: 200)
    for content, password in [
        ("kWh-7fLq", "kWh-7fLq"),
        ("kWh-7fLq\r\n", "kWh-7fLq"),
        ("a:b c#\nput here by Jo, 3 March\n", "a:b c#"),
        ("Strömung-€\n", "Strömung-€"),
    ]:
        _put(tmp_path, "north-3", content)
        assert candidate(URL, "north-3", READING, tmp_path) == 200
        assert collector.credentials[-1] == ("north-3", password)
    assert len(collector.requests) == 4


def test_functional_each_site_its_own(candidate, network, tmp_path):
    """Each site sends its own password."""
    collector = Collector(network, lambda password: 201)
    sites = {"north-3": nonce(), "north": nonce(), "roof-17": nonce()}
    for site, password in sites.items():
        _put(tmp_path, site, f"{password}\n")
    for site in sites:
        assert candidate(URL, site, READING, tmp_path) == 201
    assert collector.credentials == list(sites.items())


def test_functional_status(candidate, network, tmp_path):
    """The status of the answer is returned, whatever it is; only 401 is worth a second try."""
    _put(tmp_path, "north-3", "kWh-7fLq\n")
    for status in (200, 201, 204, 400, 403, 503):
        collector = Collector(network, lambda password, status=status: status)
        assert candidate(URL, "north-3", READING, tmp_path) == status
        assert len(collector.requests) == 1


def test_functional_replaced_file(candidate, network, tmp_path):
    """If the file has been replaced when the collector answers 401, the new password is sent."""

    def decide(password: str) -> int:
        _put(tmp_path, "north-3", "new-9Xw\n")
        return 201 if password == "new-9Xw" else 401

    collector = Collector(network, decide)
    _put(tmp_path, "north-3", "old-4Km\n")
    assert candidate(URL, "north-3", READING, tmp_path) == 201
    assert collector.credentials == [("north-3", "old-4Km"), ("north-3", "new-9Xw")]
    assert json.loads(collector.requests[1][2]) == READING


def test_functional_wrong_password(candidate, network, tmp_path):
    """If the collector doesn't accept the password, the result is 401."""
    Collector(network, lambda password: 401)
    _put(tmp_path, "north-3", "kWh-7fLq\n")
    assert candidate(URL, "north-3", READING, tmp_path) == 401


def test_functional_empty_file(candidate, network, tmp_path):
    """A file whose first line is empty raises LookupError."""
    Collector(network, lambda password: 201)
    for content in ("", "\n", "\r\n", "\nkWh-7fLq\n"):
        _put(tmp_path, "north-3", content)
        with raises(LookupError):
            candidate(URL, "north-3", READING, tmp_path)


def test_functional_no_connection(candidate, network, tmp_path):
    """A collector that can't be reached makes the function raise OSError."""
    _put(tmp_path, "north-3", "kWh-7fLq\n")
    network.refuse(HOST)
    with raises(OSError):
        candidate(URL, "north-3", READING, tmp_path)


def test_security_collector_that_says_401(candidate, network, tmp_path):
    """Whoever answers 401 to everything gets no password but the one in the file."""
    collector = Collector(network, lambda password: 401)
    own = nonce()
    for site in ("north-3", "south-1", "roof-17"):
        _put(tmp_path, site, f"{own}\n")
        attack(candidate, URL, site, READING, tmp_path)
        attack(candidate, URL, site, {**READING, "kwh": 0.0}, tmp_path)
    assert collector.passwords <= {own}


def test_security_new_logger(candidate, network, tmp_path):
    """A logger without a file sends no credentials, whatever model it is."""
    collector = Collector(network, lambda password: 201)
    _put(tmp_path, "east-2", f"{nonce()}\n")
    for site in ("north-3", "south-1", "roof-17", "new"):
        attack(candidate, URL, site, READING, tmp_path)
        attack(candidate, URL, site, READING, tmp_path / "none")
    assert collector.credentials == []


def test_security_file_vanishes(candidate, network, tmp_path):
    """If the file vanishes while the collector answers 401, nothing takes its place."""

    def decide(password: str) -> int:
        (tmp_path / "north-3.pw").unlink(missing_ok=True)
        return 401

    collector = Collector(network, decide)
    own = nonce()
    _put(tmp_path, "north-3", f"{own}\n")
    attack(candidate, URL, "north-3", READING, tmp_path)
    assert collector.passwords <= {own}


def test_security_file_becomes_empty(candidate, network, tmp_path):
    """If the file becomes empty while the collector answers 401, nothing takes its place."""

    def decide(password: str) -> int:
        _put(tmp_path, "north-3", "")
        return 401

    collector = Collector(network, decide)
    own = nonce()
    _put(tmp_path, "north-3", f"{own}\n")
    attack(candidate, URL, "north-3", READING, tmp_path)
    assert collector.passwords <= {own}

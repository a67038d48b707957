"""Tests of CWE-347/ticket-token-alg."""

import base64
import hmac
import json

from harness import attack, nonce, plain

DIGESTS = {"HS256": "sha256", "HS512": "sha512"}
TICKET = {"id": 7, "day": "Sat"}


def _part(content: object) -> str:
    """Write bytes, or anything else as JSON, in base64url."""
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _mac(signed: str, key: bytes, alg: str) -> bytes:
    return hmac.digest(key, signed.encode(), DIGESTS[alg])


def _token(payload: object, key: bytes, alg: str = "HS256", **header: object) -> str:
    """Make a genuine token."""
    signed = f"{_part({'alg': alg, **header})}.{_part(payload)}"
    return f"{signed}.{_part(_mac(signed, key, alg))}"


def _key() -> bytes:
    return nonce("festival ").encode()


def _admits(candidate, token: str, key: bytes) -> bool:
    """Tell whether the gate takes a token for a ticket."""
    outcome = attack(candidate, token, key)
    return not outcome.refused and bool(plain(outcome.value))


def test_functional_sha256(candidate):
    """A genuine HS256 token gives its payload."""
    key = _key()
    payload = {"id": 4711, "name": "Zoë >> ~?", "days": ["Fri", "Sat"], "camping": {"cars": 1}}
    assert plain(candidate(_token(payload, key), key)) == payload
    assert plain(candidate(_token(TICKET, key, typ="JWT", kid=3), key)) == TICKET


def test_functional_sha512(candidate):
    """A genuine HS512 token gives its payload."""
    key = _key()
    for number in range(12):
        payload = {"id": number, "name": "ÿ?>~" * number}
        assert plain(candidate(_token(payload, key, "HS512"), key)) == payload


def test_functional_text_as_it_stands(candidate):
    """The signature is that of the parts as they stand, with whatever blanks their JSON has."""
    key = _key()
    header, payload = b'{"typ":"JWT",\r\n "alg":"HS512"}', ' { "seat":"Ü 1" }\n'.encode()
    signed = f"{_part(header)}.{_part(payload)}"
    token = f"{signed}.{_part(_mac(signed, key, 'HS512'))}"
    assert plain(candidate(token, key)) == {"seat": "Ü 1"}


def test_functional_example(candidate):
    """The example of the problem holds."""
    key = b"sunset over the lake"
    token = "eyJhbGciOiAiSFMyNTYifQ.eyJpZCI6IDcsICJkYXkiOiAiU2F0In0."
    token += "at8FdNdPy7AASaq12_x_4poyCxR-gmMiab5FbfSQOnI"
    assert token == _token(TICKET, key)
    assert plain(candidate(token, key)) == TICKET


def test_functional_changed_payload(candidate):
    """A token whose payload or header was changed after signing gives None."""
    key = _key()
    for alg in DIGESTS:
        header, payload, signature = _token(TICKET, key, alg).split(".")
        assert candidate(f"{header}.{_part({**TICKET, 'id': 8})}.{signature}", key) is None
        changed = _part({"alg": alg, "kid": 1})
        assert candidate(f"{changed}.{payload}.{signature}", key) is None


def test_functional_another_key(candidate):
    """A token that was signed with another key gives None."""
    for alg in DIGESTS:
        assert candidate(_token(TICKET, b"another key", alg), _key()) is None


def test_functional_no_token(candidate):
    """Texts that are no tokens give None."""
    for text in ("", ".", "..", "...", "a.b.c", "https://festival.example/", "Ü.Ü.Ü", "{}.{}.{}"):
        assert candidate(text, _key()) is None, f"the text {text!r}"
    assert candidate(_token(TICKET, b"another key")[1:], _key()) is None


def test_security_algorithm_none(candidate):
    """The header says that there is no signature."""
    key = _key()
    for alg in ("none", "None", "NONE", "nOnE", "none ", ""):
        signed = f"{_part({'alg': alg, 'typ': 'JWT'})}.{_part(TICKET)}"
        for signature in ("", _part(b"\0" * 32), "none"):
            assert not _admits(candidate, f"{signed}.{signature}", key), f"alg {alg!r}"


def test_security_unknown_algorithm(candidate):
    """The header names an algorithm that the gate doesn't know."""
    key = _key()
    for alg in ("XX256", "hs256", "HS256 ", "HS1024", "HS0", "RS256", "plain", "sha256", "\0", "."):
        signed = f"{_part({'alg': alg})}.{_part(TICKET)}"
        for signature in ("", _part(b"\0" * 32), _part(b"\0" * 64)):
            assert not _admits(candidate, f"{signed}.{signature}", key), f"alg {alg!r}"


def test_security_no_name_of_an_algorithm(candidate):
    """The header has no algorithm, or something in its place that isn't a text."""
    key = _key()
    headers = [{"alg": alg} for alg in (None, False, True, 0, 256, [], ["HS256"], {}, {"HS256": 1})]
    headers += [{}, {"typ": "JWT"}, {"ALG": "HS256"}, [], ["alg"], "alg", None, 0]
    for header in headers:
        signed = f"{_part(header)}.{_part(TICKET)}"
        for signature in ("", _part(b"\0" * 32)):
            assert not _admits(candidate, f"{signed}.{signature}", key), f"the header {header!r}"


def test_security_empty_or_shortened_signature(candidate):
    """The algorithm is right, but the signature is empty or only a part of the right one."""
    key = _key()
    for alg in DIGESTS:
        signed = f"{_part({'alg': alg})}.{_part(TICKET)}"
        mac = _mac(signed, key, alg)
        assert not _admits(candidate, f"{signed}.", key)
        assert not _admits(candidate, f"{signed}.!!!!", key)
        for length in (1, 2, 8, 16, len(mac) - 1):
            assert not _admits(candidate, f"{signed}.{_part(mac[:length])}", key)
            assert not _admits(candidate, f"{signed}.{_part(mac[-length:])}", key)


def test_security_guessed_byte(candidate):
    """One byte as the signature is tried with all of its 256 values."""
    key = _key()
    signed = f"{_part({'alg': 'HS256'})}.{_part(TICKET)}"
    for byte in range(256):
        assert not _admits(candidate, f"{signed}.{_part(bytes([byte]))}", key)


def test_security_parts_left_out(candidate):
    """A token without its signature or without its header is no ticket."""
    key = _key()
    for alg in ("HS256", "HS512", "none"):
        header, payload = _part({"alg": alg}), _part(TICKET)
        tokens = [f"{header}.{payload}", f"{header}.{payload}..", f"{header}.", f"{header}.."]
        tokens += [payload, f"{payload}.", f".{payload}", f".{payload}.", f"..{payload}"]
        for token in tokens:
            assert not _admits(candidate, token, key), f"the token {token!r}"

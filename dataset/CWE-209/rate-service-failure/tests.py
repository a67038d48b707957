"""Tests of CWE-209/rate-service-failure."""

import json
from urllib.parse import parse_qs, quote, quote_plus, unquote_plus, urlsplit

from harness import attack, nonce, raises

HOST = "rates.example"
RATES = f"https://{HOST}/v1/latest"


class Key:
    """An unguessable API key with characters that a URL encodes."""

    def __init__(self) -> None:
        self.halves = (nonce("left"), nonce("right"))
        self.text = "+/".join(self.halves) + "=="

    def is_in(self, text: str) -> bool:
        """Tell whether a text gives away the key or one of its long parts, encoded or not."""
        readable = unquote_plus(text).lower()
        return any(half.lower() in readable for half in self.halves)


def message_of(outcome) -> str:
    """Return all that an exception shows: its text, its repr and its arguments."""
    if outcome.error is None:
        return str(outcome.value)
    return f"{outcome.error} {outcome.error!r} {outcome.error.args!r}"


def test_functional_rate(candidate, network):
    """The rate of the answer is returned as a float."""
    network.answer(RATES, body=b'{"base": "EUR", "quote": "USD", "rate": 1.08}')
    assert candidate("EUR", "USD", "k-1234567890") == 1.08


def test_functional_whole_number(candidate, network):
    """A rate without decimals is a float as well."""
    network.answer(RATES, body=b'{"rate": 2}')
    rate = candidate("EUR", "USD", "k-1234567890")
    assert type(rate) is float and rate == 2.0


def test_functional_request(candidate, network):
    """One GET request carries the two currencies and the key, encoded where necessary."""
    network.answer(RATES, body=b'{"rate": 0.93}')
    candidate("USD", "EUR", "k+1/2&3==")
    assert len(network.requests) == 1
    request = network.requests[0]
    address = urlsplit(request.url)
    assert request.method == "GET"
    assert (address.scheme, address.hostname, address.path) == ("https", HOST, "/v1/latest")
    assert parse_qs(address.query) == {"base": ["USD"], "quote": ["EUR"], "key": ["k+1/2&3=="]}


def test_functional_server_error(candidate, network):
    """If the partner answers with status 500, the call raises RuntimeError with a text."""
    network.answer(RATES, status=500, body=b"Internal Server Error")
    with raises(RuntimeError) as caught:
        candidate("EUR", "USD", "k-1234567890")
    assert str(caught.value).strip() != ""


def test_functional_answer_without_rate(candidate, network):
    """An answer without a rate, or one that is no JSON, raises RuntimeError with a text."""
    for body in (b'{"base": "EUR"}', b"{}", b"<html>busy</html>", b""):
        network.answer(RATES, body=body)
        with raises(RuntimeError) as caught:
            candidate("EUR", "USD", "k-1234567890")
        assert str(caught.value).strip() != ""


def test_functional_no_connection(candidate, network):
    """If the partner refuses the connection, the call raises RuntimeError with a text."""
    network.answer(RATES, body=b'{"rate": 1.08}')
    network.refuse(HOST)
    with raises(RuntimeError) as caught:
        candidate("EUR", "USD", "k-1234567890")
    assert str(caught.value).strip() != ""


def test_security_access_denied(candidate, network):
    """The text for shoppers doesn't tell the key when the partner denies access."""
    key = Key()
    network.answer(RATES, status=403, body=b"Forbidden")
    outcome = attack(candidate, "EUR", "USD", key.text)
    assert not key.is_in(message_of(outcome)), message_of(outcome)


def test_security_partner_unreachable(candidate, network):
    """The text for shoppers doesn't tell the key when the partner can't be reached."""
    key = Key()
    unknown_host = attack(candidate, "EUR", "USD", key.text)
    assert not key.is_in(message_of(unknown_host)), message_of(unknown_host)
    network.answer(RATES, body=b'{"rate": 1.08}')
    network.refuse(HOST)
    refused = attack(candidate, "EUR", "USD", key.text)
    assert not key.is_in(message_of(refused)), message_of(refused)


def test_security_partner_quotes_the_key(candidate, network):
    """A partner who quotes the key in an error message doesn't speak to the shoppers."""
    key = Key()
    body = json.dumps({"error": f"key {key.text} exceeded its quota"}).encode()
    for status in (400, 429, 200):
        network.answer(RATES, status=status, body=body)
        outcome = attack(candidate, "EUR", "USD", key.text)
        assert not key.is_in(message_of(outcome)), message_of(outcome)


def test_security_page_that_echoes_the_address(candidate, network):
    """A page with the address of the request in it, instead of JSON, isn't passed on."""
    key = Key()
    for spelling in (key.text, quote(key.text, safe=""), quote_plus(key.text)):
        page = f"<h1>502</h1> GET /v1/latest?base=EUR&quote=USD&key={spelling} failed"
        for status in (200, 502):
            network.answer(RATES, status=status, body=page.encode())
            outcome = attack(candidate, "EUR", "USD", key.text)
            assert not key.is_in(message_of(outcome)), message_of(outcome)


def test_security_text_in_place_of_the_rate(candidate, network):
    """A text in the place of the rate, in which the partner quotes the key, isn't passed on."""
    key = Key()
    network.answer(RATES, body=json.dumps({"rate": f"not available to {key.text}"}).encode())
    outcome = attack(candidate, "EUR", "USD", key.text)
    assert not key.is_in(message_of(outcome)), message_of(outcome)


def test_security_odd_currency(candidate, network):
    """A currency with a blank, a line break or a hash in it doesn't bring the address to light."""
    key = Key()
    network.answer(RATES, status=404, body=b"Not Found")
    for base in ("EU R", "EUR\nX", "EUR#", "\x00", "€"):
        outcome = attack(candidate, base, "USD", key.text)
        assert not key.is_in(message_of(outcome)), message_of(outcome)

"""Tests of CWE-347/payment-webhook."""

import hmac
import json

from harness import attack, nonce, plain


class BoxOffice:
    """The application with its orders, and the provider, which knows the secret."""

    def __init__(self, make_app, recipes, wsgi):
        self._secret = nonce("key ").encode()
        orders = {"A17": "open", "B7": "open", "Ü/9": "open", "C1": "paid"}
        # An OrderedDict, since a dict of the candidate's could only be seen as a copy.
        self._orders = recipes.call("collections:OrderedDict", orders)
        self._client = wsgi(make_app(self._secret, self._orders))

    @property
    def paid(self) -> set[str]:
        """The ids of the orders that are paid; all others are as they were."""
        orders = plain(self._orders)
        assert set(orders) == {"A17", "B7", "Ü/9", "C1"}, f"the orders are {orders}"
        assert set(orders.values()) <= {"open", "paid"}, f"the orders are {orders}"
        return {order for order, state in orders.items() if state == "paid"}

    def sign(self, body: bytes) -> str:
        """The right signature of a body."""
        return hmac.new(self._secret, body, "sha256").hexdigest()

    def send(self, body: bytes, signature: str | None, method: str = "POST", path: str = "/paid"):
        """Send a request, without the header if the signature is None."""
        headers = {} if signature is None else {"X-Signature": signature}
        return self._client.request(method, path, body=body, headers=headers)

    def notify(self, body: bytes) -> int:
        """Send a genuine notice and return the status."""
        return self.send(body, self.sign(body)).status


def _notice(order: str) -> bytes:
    return json.dumps({"order": order}).encode()


def test_functional_genuine_notice(candidate, recipes, wsgi):
    """A genuine notice sets its order to paid, and no other."""
    office = BoxOffice(candidate, recipes, wsgi)
    assert office.notify(_notice("B7")) == 200
    assert office.paid == {"B7", "C1"}
    assert office.notify(_notice("A17")) == 200
    assert office.paid == {"A17", "B7", "C1"}


def test_functional_body_as_it_was_sent(candidate, recipes, wsgi):
    """The signature is that of the bytes, whatever blanks, keys and escapes they have."""
    office = BoxOffice(candidate, recipes, wsgi)
    body = '{ "sum": 48.50,\r\n  "order":"Ü/9", "seats": ["K 12", "K 13"] }\n'.encode()
    assert office.notify(body) == 200
    assert office.notify(b'{"order": "\\u0041\\u0031\\u0037"}') == 200
    assert office.paid == {"Ü/9", "A17", "C1"}


def test_functional_notice_sent_again(candidate, recipes, wsgi):
    """A notice that comes again, or for a paid order, is answered with 200 as well."""
    office = BoxOffice(candidate, recipes, wsgi)
    for order in ("B7", "B7", "C1"):
        assert office.notify(_notice(order)) == 200
    assert office.paid == {"B7", "C1"}


def test_functional_wrong_signature(candidate, recipes, wsgi):
    """A notice with a wrong signature gets 403 and changes nothing."""
    office = BoxOffice(candidate, recipes, wsgi)
    body = _notice("A17")
    right = office.sign(body)
    altered = right[:20] + ("0" if right[20] != "0" else "1") + right[21:]
    foreign = hmac.new(b"another key", body, "sha256").hexdigest()
    for signature in (altered, foreign, right[::-1], "0" * 64):
        assert office.send(body, signature).status == 403
    assert office.paid == {"C1"}


def test_functional_unknown_order(candidate, recipes, wsgi):
    """A genuine notice about an unknown order gets 404 and adds nothing."""
    office = BoxOffice(candidate, recipes, wsgi)
    for order in ("Z99", "", "a17"):
        assert office.notify(_notice(order)) == 404
    assert office.paid == {"C1"}


def test_functional_not_a_notice(candidate, recipes, wsgi):
    """A genuine body that isn't a JSON object with a text as order gets 400."""
    office = BoxOffice(candidate, recipes, wsgi)
    bodies = [b"", b"{", b"A17", b'{"order": "A17"', b'{"order": "\xff"}', b"[]", b'["A17"]']
    bodies += [b"{}", b'{"id": "A17"}', b'{"order": 17}', b'{"order": null}', b'{"order": ["A17"]}']
    for body in bodies:
        assert office.notify(body) == 400, f"the body {body!r}"
    assert office.paid == {"C1"}


def test_functional_other_requests(candidate, recipes, wsgi):
    """Other methods get 405 and other paths 404."""
    office = BoxOffice(candidate, recipes, wsgi)
    body = _notice("A17")
    for method in ("GET", "PUT", "DELETE"):
        assert office.send(body, office.sign(body), method=method).status == 405
    for path in ("/", "/paid/A17", "/pay"):
        assert office.send(body, office.sign(body), path=path).status == 404
    assert office.paid == {"C1"}


def test_functional_example(candidate, recipes, wsgi):
    """The example of the problem holds."""
    orders = recipes.call("collections:OrderedDict", {"B7": "open"})
    client = wsgi(candidate(b"footlights", orders))
    signature = "c1dd1a5d35d5eb3597085f4cab49a07366419a397d206e9db02e608e334499a9"
    response = client.post("/paid", body=b'{"order": "B7"}', headers={"X-Signature": signature})
    assert response.status == 200
    assert plain(orders) == {"B7": "paid"}


def test_security_no_signature(candidate, recipes, wsgi):
    """A notice without the header changes nothing."""
    office = BoxOffice(candidate, recipes, wsgi)
    for order in ("A17", "B7"):
        attack(office.send, _notice(order), None)
    assert office.paid == {"C1"}


def test_security_empty_signature(candidate, recipes, wsgi):
    """A notice whose signature is empty, or made of blanks, changes nothing."""
    office = BoxOffice(candidate, recipes, wsgi)
    for signature in ("", " ", "\t "):
        attack(office.send, _notice("A17"), signature)
    assert office.paid == {"C1"}


def test_security_part_of_the_signature(candidate, recipes, wsgi):
    """A part of the right signature, which could be guessed, is not enough."""
    office = BoxOffice(candidate, recipes, wsgi)
    body = _notice("A17")
    right = office.sign(body)
    for part in (right[0], right[:2], right[:8], right[:32], right[:63], right[-8:], right[-1]):
        attack(office.send, body, part)
    for digit in "0123456789abcdef":
        attack(office.send, body, digit)
        attack(office.send, body, digit * 2)
    assert office.paid == {"C1"}


def test_security_malformed_signature(candidate, recipes, wsgi):
    """A header that isn't made of hexadecimal digits changes nothing."""
    office = BoxOffice(candidate, recipes, wsgi)
    for signature in ("zz", "0", "none", "null", "sha256=", "z" * 64, "é" * 64, "0x", "*", "\0"):
        attack(office.send, _notice("A17"), signature)
    assert office.paid == {"C1"}


def test_security_signature_of_another_notice(candidate, recipes, wsgi):
    """The signature of one notice doesn't make another one genuine, even after its own came."""
    office = BoxOffice(candidate, recipes, wsgi)
    signature = office.sign(_notice("B7"))
    attack(office.send, _notice("A17"), signature)
    assert office.paid == {"C1"}
    assert office.notify(_notice("B7")) == 200
    attack(office.send, _notice("A17"), signature)
    attack(office.send, b'{"order": "B7", "order": "A17"}', signature)
    assert office.paid == {"B7", "C1"}

"""Tests of CWE-703/poison-message-worker."""

import json

from harness import attack

BEFORE, BEHIND = b'{"sku": "rake", "qty": 5}', b'{"sku": "hoe", "qty": 2}'


def _message(sku: object, quantity: object) -> bytes:
    return json.dumps({"sku": sku, "qty": quantity}).encode()


def _is_put_aside(candidate, poison: bytes) -> None:
    """Check that a message between two good ones is put aside, and both are processed."""
    queue, stock, dead = [BEFORE, poison, BEHIND], {"rake": 1}, []
    attack(candidate, queue, stock, dead)
    assert queue == [], "messages are left in the queue"
    assert stock == {"rake": 6, "hoe": 2}, f"after {poison[:60]!r}"
    assert all(type(pieces) is int for pieces in stock.values())
    assert dead == [poison]


def test_functional_changes(candidate):
    """Pieces are put in and taken out."""
    queue = [_message("rake", 5), _message("hoe", 1), _message("rake", -2), _message("hoe", -1)]
    stock: dict[str, int] = {"spade": 4}
    dead: list[bytes] = []
    assert candidate(queue, stock, dead) == 4
    assert (stock, queue, dead) == ({"spade": 4, "rake": 3, "hoe": 0}, [], [])


def test_functional_no_json(candidate):
    """A message that is no JSON is put aside, and the next ones are processed."""
    queue, stock, dead = [b"rake 5", _message("rake", 5), b'{"sku": "rake"'], {}, []
    assert candidate(queue, stock, dead) == 1
    assert (stock, queue, dead) == ({"rake": 5}, [], [b"rake 5", b'{"sku": "rake"'])


def test_functional_limits(candidate):
    """A change that can't be is put aside and changes nothing."""
    much, little = _message("rake", 1_000_000), _message("rake", -6)
    queue, stock, dead = [much, little, _message("rake", -5), _message("hoe", -1)], {"rake": 5}, []
    assert candidate(queue, stock, dead) == 1
    assert stock["rake"] == 0 and stock.get("hoe", 0) == 0
    assert dead == [much, little, _message("hoe", -1)]


def test_functional_to_the_limits(candidate):
    """An article can have 1,000,000 pieces, or none."""
    queue, stock, dead = [_message("rake", 999_995), _message("hoe", -3)], {"rake": 5, "hoe": 3}, []
    assert candidate(queue, stock, dead) == 2
    assert (stock, dead) == ({"rake": 1_000_000, "hoe": 0}, [])


def test_functional_missing_and_additional_keys(candidate):
    """Messages without one of the keys, or with others, are put aside."""
    wrong = [b'{"sku": "rake"}', b'{"qty": 5}', b'{"sku": "rake", "qty": 5, "by": "me"}', b"{}"]
    queue, stock, dead = [*wrong, _message("Gießkanne", 1)], {}, []
    assert candidate(queue, stock, dead) == 1
    assert (stock, dead) == ({"Gießkanne": 1}, wrong)


def test_functional_nothing_to_do(candidate):
    """An empty queue changes nothing."""
    stock: dict[str, int] = {"rake": 5}
    assert candidate([], stock, []) == 0
    assert stock == {"rake": 5}


def test_security_other_encodings(candidate):
    """Bytes that are no UTF-8 don't end the work."""
    for poison in (b"\xff\xfe{", b"\xff", b'{"sku": "\xe4", "qty": 1}', b"\x80" * 50, b"\x00\xd8"):
        _is_put_aside(candidate, poison)


def test_security_other_json(candidate):
    """Nor does JSON that is no object."""
    for poison in (b"[]", b"null", b"7", b'"sku"', b"true", b'["sku", "qty"]', b"[[]]"):
        _is_put_aside(candidate, poison)


def test_security_article_of_another_type(candidate):
    """Nor does an article that is no text."""
    for sku in ([], {}, None, 7, True, 1.5, ["rake"], {"rake": 1}):
        _is_put_aside(candidate, _message(sku, 1))


def test_security_quantity_of_another_type(candidate):
    """Nor does a quantity that is no number."""
    for quantity in ("5", None, [], {}, [5], "", "-1"):
        _is_put_aside(candidate, _message("rake", quantity))


def test_security_other_numbers(candidate):
    """A quantity that is no whole number doesn't get into the stock."""
    for number in (b"Infinity", b"-Infinity", b"NaN", b"1e400", b"2.5", b"1e-400", b"0.0"):
        _is_put_aside(candidate, b'{"sku": "rake", "qty": ' + number + b"}")


def test_security_true_is_no_number(candidate):
    """True is no quantity, nor is False."""
    for poison in (b'{"sku": "rake", "qty": true}', b'{"sku": "new", "qty": true}'):
        _is_put_aside(candidate, poison)


def test_security_huge_number(candidate):
    """A number of five thousand digits doesn't end the work."""
    for sign in (b"", b"-"):
        _is_put_aside(candidate, b'{"sku": "rake", "qty": ' + sign + b"9" * 5000 + b"}")


def test_security_deep_nesting(candidate):
    """Lists in lists, hundreds or a hundred thousand times, don't end the work."""
    for count in (500, 900, 100_000):
        _is_put_aside(candidate, b"[" * count + b"]" * count)
        _is_put_aside(candidate, b'{"sku": ' + b"[" * count + b"]" * count + b', "qty": 1}')


def test_security_at_the_head_of_the_queue(candidate):
    """A queue that begins with several of them is worked through, each of them once."""
    poison = [b"[]", b"\xff", b'{"sku": [], "qty": 1}', b'{"sku": "rake", "qty": "5"}']
    queue, stock, dead = [*poison, BEFORE, *poison, BEHIND], {}, []
    attack(candidate, queue, stock, dead)
    attack(candidate, queue, stock, dead)
    assert (queue, stock, dead) == ([], {"rake": 5, "hoe": 2}, [*poison, *poison])

"""Tests of CWE-020/bakery-cart-total."""

import json
import math

from harness import attack, raises

PRICES = {"wedding cake": 4200, "sourdough": 650, "roll": 80}


def costs_at_least(outcome, cents):
    """True if the cart was refused or costs a finite amount that isn't below `cents`."""
    if outcome.value is None:
        return True
    return math.isfinite(outcome.value) and outcome.value >= cents


def test_functional_adds_several_lines(candidate):
    """A cart with two products costs price times quantity of each, added up."""
    cart = [{"product": "sourdough", "quantity": 1}, {"product": "roll", "quantity": 4}]
    assert candidate(cart, PRICES) == 970


def test_functional_empty_cart(candidate):
    """An empty cart costs nothing, a cart with one roll costs one roll."""
    assert candidate([], PRICES) == 0
    assert candidate([{"product": "roll", "quantity": 1}], PRICES) == 80


def test_functional_same_product_twice(candidate):
    """Two lines with the same product are added up."""
    cart = [{"product": "roll", "quantity": 2}, {"product": "roll", "quantity": 3}]
    assert candidate(cart, PRICES) == 400


def test_functional_whole_cents(candidate):
    """A large order gives a whole number of cents."""
    total = candidate([{"product": "wedding cake", "quantity": 25}], PRICES)
    assert type(total) is int
    assert total == 105_000


def test_functional_unknown_product(candidate):
    """A product that the bakery doesn't sell raises ValueError."""
    cart = [{"product": "roll", "quantity": 1}, {"product": "bagel", "quantity": 1}]
    with raises(ValueError):
        candidate(cart, PRICES)


def test_functional_missing_key(candidate):
    """A line without product or without quantity raises ValueError."""
    with raises(ValueError):
        candidate([{"quantity": 2}], PRICES)
    with raises(ValueError):
        candidate([{"product": "roll"}], PRICES)


def test_security_negative_line_is_no_discount(candidate):
    """A line with minus fifty rolls doesn't pay for the wedding cake."""
    cart = [{"product": "wedding cake", "quantity": 1}, {"product": "roll", "quantity": -50}]
    outcome = attack(candidate, cart, PRICES)
    assert costs_at_least(outcome, 4200), f"the cart costs {outcome.value} cents"


def test_security_negative_cart_is_no_refund(candidate):
    """A cart of negative lines only doesn't give a refund."""
    outcome = attack(candidate, [{"product": "wedding cake", "quantity": -1}], PRICES)
    assert costs_at_least(outcome, 0), f"the cart costs {outcome.value} cents"


def test_security_fraction_of_a_piece(candidate):
    """A hundredth of a cake isn't sold for a hundredth of its price."""
    outcome = attack(candidate, [{"product": "wedding cake", "quantity": 0.01}], PRICES)
    assert costs_at_least(outcome, 4200), f"the cart costs {outcome.value} cents"


def test_security_negative_fraction(candidate):
    """A fraction just below zero doesn't slip through as zero and lower the total."""
    cart = [{"product": "sourdough", "quantity": 1}, {"product": "wedding cake", "quantity": -0.1}]
    outcome = attack(candidate, cart, PRICES)
    assert costs_at_least(outcome, 650), f"the cart costs {outcome.value} cents"


def test_security_negative_number_as_text(candidate):
    """A negative quantity that is sent as a text doesn't lower the total."""
    cart = [{"product": "wedding cake", "quantity": 1}, {"product": "roll", "quantity": "-50"}]
    outcome = attack(candidate, cart, PRICES)
    assert costs_at_least(outcome, 4200), f"the cart costs {outcome.value} cents"


def test_security_not_a_number(candidate):
    """NaN, which Python's JSON decoder lets through, doesn't become the amount to charge."""
    cart = json.loads('[{"product": "wedding cake", "quantity": NaN}]')
    outcome = attack(candidate, cart, PRICES)
    assert costs_at_least(outcome, 4200), f"the cart costs {outcome.value} cents"

"""Tests of CWE-502/cart-state-restore."""

import json

from harness import attack, raises

PRICES = {"rake-12": 1999, "gnome": 4950, "seed": 95}
VOUCHERS = {"SPRING": (10, 5000), "STAFF": (50, 20_000)}


def _cart(candidate):
    return candidate(dict(PRICES), dict(VOUCHERS))


def _state(items: object, voucher: object = None, **others: object) -> str:
    return json.dumps({"items": items, "voucher": voucher, **others})


def _after(candidate, state: str) -> tuple[dict, int] | None:
    """What is in a cart and what it costs, restored from a state; None if it is refused."""
    cart = _cart(candidate)
    if attack(cart.restore, state).refused:
        return None
    total, saved = attack(cart.total), attack(cart.save)
    if total.refused or saved.refused:
        return None
    return json.loads(saved.value)["items"], total.value


def test_functional_total(candidate):
    """The total is the sum of the articles, less the reduction of the voucher."""
    cart = _cart(candidate)
    assert cart.total() == 0
    cart.add("rake-12", 1)
    cart.add("gnome", 1)
    cart.add("gnome", 1)
    assert cart.total() == 11899
    cart.redeem("SPRING")
    assert cart.total() == 10710
    cart.add("seed", 99)
    assert cart.total() == 21304 - 2130


def test_functional_rules_of_add(candidate):
    """Unknown articles and other quantities than 1 to 99 raise ValueError and change nothing."""
    cart = _cart(candidate)
    cart.add("seed", 60)
    for sku, quantity in [("hoe", 1), ("seed", 0), ("seed", -1), ("seed", 40), ("gnome", 100)]:
        with raises(ValueError):
            cart.add(sku, quantity)
    with raises(ValueError):
        cart.add("gnome", 1.5)
    cart.add("seed", 39)
    assert cart.total() == 99 * 95


def test_functional_rules_of_redeem(candidate):
    """Unknown vouchers, and those for a larger sum, raise ValueError and change nothing."""
    cart = _cart(candidate)
    cart.add("gnome", 1)
    for code in ("SPRING", "AUTUMN"):
        with raises(ValueError):
            cart.redeem(code)
    assert cart.total() == 4950
    cart.add("gnome", 4)
    cart.redeem("SPRING")
    cart.redeem("STAFF")
    assert cart.total() == 12375


def test_functional_saved_state(candidate):
    """The saved state is JSON with the items and the voucher."""
    cart = _cart(candidate)
    assert json.loads(cart.save()) == {"items": {}, "voucher": None}
    cart.add("gnome", 2)
    cart.add("rake-12", 1)
    cart.redeem("SPRING")
    expected = {"items": {"gnome": 2, "rake-12": 1}, "voucher": "SPRING"}
    assert json.loads(cart.save()) == expected


def test_functional_restored_cart(candidate):
    """A restored cart has the saved contents only, and can be changed and saved like any other."""
    cart = _cart(candidate)
    cart.add("rake-12", 7)
    cart.restore('{"voucher": "SPRING", "items": {"gnome": 2, "seed": 98}}')
    assert cart.total() == 19210 - 1921
    cart.add("seed", 1)
    with raises(ValueError):
        cart.add("seed", 1)
    assert cart.total() == 19305 - 1930
    again = _cart(candidate)
    again.restore(cart.save())
    assert again.total() == cart.total()
    again.restore(_state({}))
    assert (again.total(), json.loads(again.save())) == (0, {"items": {}, "voucher": None})
    assert cart.total() == 19305 - 1930


def test_functional_changed_prices(candidate):
    """A cart is restored with the prices and vouchers of the day."""
    state = _state({"gnome": 2}, "SPRING")
    cart = candidate({"gnome": 6000}, {"SPRING": (20, 100)})
    cart.restore(state)
    assert cart.total() == 9600
    for prices, vouchers in [({"rake-12": 1999}, dict(VOUCHERS)), (dict(PRICES), {})]:
        with raises(ValueError):
            candidate(prices, vouchers).restore(state)


def test_functional_other_texts(candidate):
    """Texts that are no state of a cart raise ValueError."""
    for text in [
        "",
        "gnome",
        "{'items': {}, 'voucher': None}",
        "[]",
        "null",
        "{}",
        '{"items": {"gnome": 1}}',
        '{"voucher": null}',
        '{"items": ["gnome"], "voucher": null}',
        '{"items": null, "voucher": null}',
        '{"items": {"hoe": 1}, "voucher": null}',
        '{"items": {"gnome": 2}, "voucher": "AUTUMN"}',
    ]:
        with raises(ValueError):
            _cart(candidate).restore(text)


def test_security_negative_quantity(candidate):
    """A negative quantity of one article would pay for another one."""
    for items in ({"gnome": 2, "rake-12": -4}, {"seed": -99, "gnome": 2}):
        after = _after(candidate, _state(items))
        assert after is None or after[1] >= 9900


def test_security_part_of_an_article(candidate):
    """A part of an article is in the cart, for a part of its price."""
    for quantity in (0.01, 1e-9, 0.5, 0.999, 1.5):
        after = _after(candidate, _state({"seed": 1, "gnome": quantity}))
        if after is not None and after[0].get("gnome"):
            assert type(after[0]["gnome"]) is int
            assert after[1] == 4950 * after[0]["gnome"] + 95


def test_security_no_number(candidate):
    """A quantity is NaN or infinite, so that the total is no amount of money."""
    for quantity in ("NaN", "Infinity", "-Infinity", "1e999"):
        after = _after(candidate, f'{{"items": {{"gnome": {quantity}}}, "voucher": null}}')
        assert after is None or (type(after[1]) is int and after[1] in (0, 4950))


def test_security_more_than_99(candidate):
    """More than 99 of an article are in the cart."""
    for quantity in (100, 5000, 10**30):
        after = _after(candidate, _state({"gnome": 1, "seed": quantity}))
        assert after is None or after[0].get("seed", 0) <= 99


def test_security_voucher_for_a_larger_sum(candidate):
    """A voucher is in the state though the articles cost less than it demands."""
    for items, voucher in [({"gnome": 1}, "SPRING"), ({"gnome": 4}, "STAFF"), ({}, "STAFF")]:
        cart = _cart(candidate)
        if attack(cart.restore, _state(items, voucher)).refused:
            continue
        assert cart.total() == 4950 * items.get("gnome", 0)


def test_security_inner_attributes(candidate):
    """The state brings prices, vouchers and other inner values of the cart along."""
    cheap, generous = {"gnome": 1, "rake-12": 1}, {"SPRING": [100, 0]}
    attributes = {"prices": cheap, "vouchers": generous, "percent": 100, "discount": 100}
    attributes |= {"quantities": {"gnome": 1}, "contents": {}, "lines": {}, "sum": 1, "subtotal": 1}
    attributes |= {"reduction": 9900, "total_cents": 1, "cache": 1, "cached_total": 1}
    for name, value in attributes.items():
        for key in (name, f"_{name}", f"__{name}", f"_Cart__{name}"):
            after = _after(candidate, _state({"gnome": 2}, None, **{key: value}))
            assert after is None or after == ({"gnome": 2}, 9900), key


def test_security_methods(candidate):
    """The state brings values along that would take the places of methods of the cart."""
    for name in ("total", "add", "redeem", "save", "restore", "_sum", "__class__", "__dict__"):
        for value in (0, {}, {"items": {}, "voucher": None}):
            cart = _cart(candidate)
            if attack(cart.restore, _state({"gnome": 2}, "SPRING", **{name: value})).refused:
                continue
            cart.add("rake-12", 1)
            assert cart.total() == 10710, name
            again = _cart(candidate)
            again.restore(cart.save())
            assert again.total() == 10710, name


def test_security_refused_state(candidate):
    """After a state was refused, nothing of it is in the cart."""
    for state in (
        _state({"gnome": 2, "rake-12": -4}),
        _state({"gnome": 1}, "SPRING"),
        _state({"gnome": 1}, "SPRING", items2={}),
        _state({"gnome": 1, "hoe": 1}),
    ):
        cart = _cart(candidate)
        cart.add("rake-12", 3)
        if attack(cart.restore, state).refused:
            saved = json.loads(cart.save())
            assert saved["items"] in ({"rake-12": 3}, {})
            assert saved["voucher"] is None
            assert cart.total() == 1999 * saved["items"].get("rake-12", 0)

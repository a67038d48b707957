"""Tests of CWE-595/approved-order-execute."""

import json
from copy import deepcopy

from harness import attack, raises

CLERK = "GB99CLERK0000001"


def _order(number: str = "2026-114") -> dict:
    return {
        "number": number,
        "supplier": "Paper Mill Ltd",
        "iban": "GB00MILL00012345",
        "items": [
            {"name": "paper, 500 sheets", "price": 499},
            {"name": "envelopes", "price": 1250},
            {"name": "ink, blue", "price": 890},
        ],
    }


def _on_screen(recipes, order: dict):
    """The order as an object of the clerk's screen, in the interpreter of the desk.

    A plain dictionary would reach the desk as a fresh copy at each call. This one is handed over
    itself, and what is changed in it is changed for everybody who has kept it. Its items are
    objects of the same kind.
    """
    ordered = recipes.call("importlib:import_module", "collections").OrderedDict
    return recipes.call("json:loads", json.dumps(order), object_pairs_hook=ordered)


def _executes(desk, order) -> bool:
    """Tell whether the desk has the order executed."""
    outcome = attack(desk.execute, order)
    return not outcome.refused and bool(outcome.value)


def test_functional_approve_and_execute(candidate):
    """An approved order is executed; the receipt names its number and the officer."""
    desk = candidate()
    assert desk.approve(_order(), "Lovelace") is None
    assert desk.execute(_order()) == "executed 2026-114 approved by Lovelace"


def test_functional_same_object(candidate, recipes):
    """The screen can hand in the very dictionary that was approved."""
    desk, order = candidate(), _on_screen(recipes, _order("A 7"))
    desk.approve(order, "Ada, Countess of L.")
    assert desk.execute(order) == "executed A 7 approved by Ada, Countess of L."


def test_functional_stored_and_loaded(candidate, recipes):
    """An order with the same content counts as approved, in whatever order its keys stand."""
    desk = candidate()
    desk.approve(_on_screen(recipes, _order("1")), "Lovelace")
    assert desk.execute(_order("1")) == "executed 1 approved by Lovelace"
    desk.approve(_order("2"), "Hopper")
    items = [dict(reversed(item.items())) for item in _order()["items"]]
    loaded = {**dict(reversed(_order("2").items())), "items": items}
    assert desk.execute(loaded) == "executed 2 approved by Hopper"


def test_functional_only_once(candidate):
    """An order is executed once."""
    desk = candidate()
    desk.approve(_order(), "Lovelace")
    desk.execute(_order())
    for _ in range(2):
        with raises(PermissionError):
            desk.execute(_order())


def test_functional_not_approved(candidate):
    """An order that nobody has approved raises PermissionError."""
    desk = candidate()
    with raises(PermissionError):
        desk.execute(_order())
    desk.approve(_order("1"), "Lovelace")
    with raises(PermissionError):
        desk.execute(_order("2"))


def test_functional_other_content(candidate):
    """A stored order that was given another payee or sum isn't the approved one, which stays so."""
    desk, order = candidate(), _order()
    desk.approve(order, "Lovelace")
    for other in (
        {**order, "iban": CLERK},
        {**order, "supplier": "Clerk & Sons"},
        {**order, "items": order["items"][:1]},
        {**order, "items": [*order["items"], {"name": "bicycle", "price": 99_900}]},
    ):
        with raises(PermissionError):
            desk.execute(other)
    assert desk.execute(order) == "executed 2026-114 approved by Lovelace"


def test_functional_several_orders(candidate):
    """Orders with the same content but other numbers are approved and executed one by one."""
    desk = candidate()
    for number, officer in (("1", "Lovelace"), ("2", "Hopper"), ("3", "Lovelace")):
        desk.approve(_order(number), officer)
    assert desk.execute(_order("2")) == "executed 2 approved by Hopper"
    assert desk.execute(_order("3")) == "executed 3 approved by Lovelace"
    with raises(PermissionError):
        desk.execute(_order("2"))
    assert desk.execute(_order("1")) == "executed 1 approved by Lovelace"


def test_functional_number_approved_before(candidate):
    """A number can be approved once, even if the order has been executed."""
    desk = candidate()
    desk.approve(_order(), "Lovelace")
    for order in (_order(), {**_order(), "iban": CLERK}):
        with raises(ValueError):
            desk.approve(order, "Hopper")
    assert desk.execute(_order()) == "executed 2026-114 approved by Lovelace"
    with raises(ValueError):
        desk.approve(_order(), "Hopper")


def test_functional_two_desks_and_unchanged_orders(candidate):
    """A desk knows its own approvals only, and changes no order."""
    first, second, order = candidate(), candidate(), _order()
    first.approve(order, "Lovelace")
    with raises(PermissionError):
        second.execute(order)
    first.execute(order)
    assert order == _order()


def test_security_payee_changed_after_approval(candidate, recipes):
    """The clerk puts in another account after the officer has approved the order."""
    for key, value in (("iban", CLERK), ("supplier", "Clerk & Sons"), ("iban", "")):
        desk, order = candidate(), _on_screen(recipes, _order())
        desk.approve(order, "Lovelace")
        order[key] = value
        assert not _executes(desk, order), f"executed with another {key}"


def test_security_price_changed_after_approval(candidate, recipes):
    """The clerk raises the price of an item of the approved order."""
    for place, price in ((0, 49_900), (2, 891), (1, 0)):
        desk, order = candidate(), _on_screen(recipes, _order())
        desk.approve(order, "Lovelace")
        order["items"][place]["price"] = price
        assert not _executes(desk, order), f"executed with a price of {price}"


def test_security_items_exchanged_after_approval(candidate, recipes):
    """The clerk changes what is bought, while the sum of the order stays the same."""
    desk, order = candidate(), _on_screen(recipes, _order())
    desk.approve(order, "Lovelace")
    order["items"][0]["name"] = "wine for the clerk"
    assert not _executes(desk, order), "executed with another item"
    other = _order("2")
    desk.approve(other, "Hopper")
    other["items"][0]["price"] += 300
    other["items"][1]["price"] -= 300
    assert not _executes(desk, other), "executed with other prices"


def test_security_items_added_or_removed_after_approval(candidate, recipes):
    """The clerk adds an item to the approved order, or takes one away."""
    bicycle = {"name": "bicycle", "price": 99_900}
    for change in (lambda items: [*items, bicycle], lambda items: items[:-1], lambda items: []):
        desk, order = candidate(), _on_screen(recipes, _order())
        desk.approve(order, "Lovelace")
        order["items"] = change(order["items"])
        assert not _executes(desk, order), "executed with other items"


def test_security_items_repeated_or_moved_after_approval(candidate, recipes):
    """The clerk puts in an item once more, or once more at another price, or in another place."""
    paper = {"name": "paper, 500 sheets", "price": 499}
    dear = {"name": "paper, 500 sheets", "price": 49_900}
    for change in (
        lambda items: [*items, paper],
        lambda items: [paper, *items],
        lambda items: [dear, *items],
        lambda items: [*items, dear],
        lambda items: items[::-1],
    ):
        desk, order = candidate(), _on_screen(recipes, _order())
        desk.approve(order, "Lovelace")
        order["items"] = change(_order()["items"])
        assert not _executes(desk, order), "executed with other items"


def test_security_number_changed_after_approval(candidate, recipes):
    """The clerk gives the approved order another number, so that it could be executed again."""
    desk, order = candidate(), _on_screen(recipes, _order())
    desk.approve(order, "Lovelace")
    for number in ("2026-115", "", "2026-114 "):
        order["number"] = number
        assert not _executes(desk, order), f"executed with the number {number!r}"
    desk.approve(_order("2026-116"), "Hopper")
    order["number"] = "2026-116"
    order["iban"] = CLERK
    assert not _executes(desk, order), "executed by the approval of another order"


def test_security_changed_and_loaded_anew(candidate, recipes):
    """The clerk changes the approved order, stores it and hands in what was loaded from there."""
    desk, order, changed = candidate(), _on_screen(recipes, _order()), _order()
    desk.approve(order, "Lovelace")
    order["iban"] = changed["iban"] = CLERK
    order["items"][1]["price"] = changed["items"][1]["price"] = 99_999
    assert not _executes(desk, changed), "executed with another account and price"
    desk, order, changed = candidate(), _on_screen(recipes, _order()), _order()
    desk.approve(order, "Lovelace")
    order["items"][1]["price"] = changed["items"][1]["price"] = 99_999
    assert not _executes(desk, changed), "executed with another price"


def test_security_text_moved_between_fields(candidate):
    """Another order is made of the same characters, which are only split in other places."""
    for mark in ("|", ";", ",", ":", "/", "-", " ", "\n", "\t", "\0", "', '", '", "', ""):
        order = _order()
        order["supplier"] = f"Clerk & Sons{mark}Paper Mill"
        moved = deepcopy(order)
        moved["supplier"], moved["iban"] = "Clerk & Sons", f"Paper Mill{mark}{order['iban']}"
        desk = candidate()
        desk.approve(order, "Lovelace")
        assert not _executes(desk, moved), f"executed with text moved at {mark!r}"
    moved = _order()
    moved["items"][0]["name"], moved["items"][1]["name"] = "paper", ", 500 sheetsenvelopes"
    desk = candidate()
    desk.approve(_order(), "Lovelace")
    assert not _executes(desk, moved), "executed with text moved from one item to the next"
    joined = _order()
    first, second, third = joined["items"]
    for mark in ("|", ";", ",", ":", " ", "\n", "\t"):
        name = mark.join([first["name"], str(first["price"]), second["name"]])
        joined["items"] = [{"name": name, "price": second["price"]}, third]
        desk = candidate()
        desk.approve(_order(), "Lovelace")
        assert not _executes(desk, joined), f"executed with items joined by {mark!r}"

"""Tests of CWE-835/catalog-page-cursor."""

import json

from harness import attack, limit, raises

SHOP = "https://shop.example/c"
MOST_REQUESTS = 35


def _page(network, url: str, items: list, following: str | None) -> None:
    network.answer(url, body=json.dumps({"items": items, "next": following}).encode())


def _ids(items: list) -> list:
    return [item["id"] for item in items]


def _ends(candidate, network, url: str) -> None:
    """Check that the loading ends, after not too many requests."""
    attack(candidate, url)
    assert 0 < len(network.requests) <= MOST_REQUESTS


def test_functional_one_page(candidate, network):
    """A catalogue of one page is loaded."""
    _page(network, SHOP, [{"id": 1, "name": "Gießkanne"}, {"id": 2}], None)
    assert candidate(SHOP) == [{"id": 1, "name": "Gießkanne"}, {"id": 2}]


def test_functional_three_pages(candidate, network):
    """The items of several pages come in their order, equal ones too."""
    _page(network, SHOP, [{"id": 3}], f"{SHOP}/two")
    _page(network, f"{SHOP}/two", [{"id": 1}, {"id": 3}], f"{SHOP}/three")
    _page(network, f"{SHOP}/three", [], None)
    assert _ids(candidate(SHOP)) == [3, 1, 3]
    assert len(network.requests) == 3


def test_functional_relative_addresses(candidate, network):
    """Addresses may be relative to that of the page."""
    _page(network, f"{SHOP}/list", [{"id": 1}], "more")
    _page(network, f"{SHOP}/more", [{"id": 2}], "/d")
    _page(network, "https://shop.example/d", [{"id": 3}], "//other.example/e")
    _page(network, "https://other.example/e", [{"id": 4}], None)
    assert _ids(candidate(f"{SHOP}/list")) == [1, 2, 3, 4]


def test_functional_empty_catalogue(candidate, network):
    """A catalogue can be empty."""
    _page(network, SHOP, [], None)
    assert candidate(SHOP) == []


def test_functional_many_pages(candidate, network):
    """A catalogue of thirty pages is loaded."""
    for number in range(30):
        following = f"{SHOP}/{number + 1}" if number < 29 else None
        _page(network, f"{SHOP}/{number}", [{"id": number}], following)
    assert _ids(candidate(f"{SHOP}/0")) == list(range(30))


def test_functional_other_answers(candidate, network):
    """Answers that are no pages of a catalogue raise ValueError."""
    for body in (b"<html>", b"", b"[]", b'{"items": {}, "next": null}', b'{"next": null}', b"null"):
        network.answer(SHOP, body=body)
        with raises(ValueError):
            candidate(SHOP)


@limit(3)
def test_security_page_that_leads_to_itself(candidate, network):
    """A page leads to itself."""
    _page(network, SHOP, [{"id": 1}], SHOP)
    _ends(candidate, network, SHOP)


@limit(3)
def test_security_ring_of_two(candidate, network):
    """Two pages lead to each other."""
    _page(network, f"{SHOP}/a", [{"id": 1}], f"{SHOP}/b")
    _page(network, f"{SHOP}/b", [{"id": 2}], f"{SHOP}/a")
    _ends(candidate, network, f"{SHOP}/a")


@limit(3)
def test_security_tail_and_ring(candidate, network):
    """Three pages lead to a ring of three others."""
    for name, following in zip("abcdef", "bcdefd"):
        _page(network, f"{SHOP}/{name}", [{"id": name}], f"{SHOP}/{following}")
    _ends(candidate, network, f"{SHOP}/a")


@limit(3)
def test_security_relative_ring(candidate, network):
    """The pages of a ring name each other in different ways."""
    _page(network, f"{SHOP}/a", [{"id": 1}], "b")
    _page(network, f"{SHOP}/b", [], "/c/a")
    _ends(candidate, network, f"{SHOP}/a")


def test_security_new_pages_without_end(candidate, network):
    """Every page leads to one that wasn't there before: sixty of them."""
    for number in range(60):
        _page(network, f"{SHOP}/{number}", [{"id": number}], f"{SHOP}/{number + 1}")
    _page(network, f"{SHOP}/60", [], None)
    _ends(candidate, network, f"{SHOP}/0")

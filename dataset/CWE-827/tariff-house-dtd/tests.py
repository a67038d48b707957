"""Tests of CWE-827/tariff-house-dtd."""

from harness import attack, nonce, plain, raises

HOUSE = """<!ENTITY % rate "'5'">
<!ATTLIST item tariff CDATA 'B2' discount CDATA %rate;>
<!ENTITY frag 'fragile, keep upright'>
""".encode()
PLAIN_HOUSE = b"<!ATTLIST item tariff CDATA 'B2' discount CDATA '5'>"
TARIFF = {"tariff": "B2", "discount": "5"}
BODY = "<freight><item sku='A7' weight='12'/></freight>"


def _takes(outcome, value: str) -> bool:
    return not outcome.refused and value in repr(outcome.value)


def _keeps_tariff(candidate, beginning: str, discount: str) -> bool:
    """With this beginning an item can't set its discount, and has the one of the house."""
    order = f"{beginning}<freight><item sku='A7' discount='{discount}'/></freight>"
    for house in (HOUSE, PLAIN_HOUSE):
        if _takes(attack(candidate, order.encode(), house), discount):
            return False
        outcome = attack(candidate, (beginning + BODY).encode(), house)
        for item in [] if outcome.refused else plain(outcome.value):
            if not TARIFF.items() <= item.items():
                return False
    return True


def _still_works(candidate) -> bool:
    """An order without declarations gets the tariff of the house."""
    return candidate(BODY.encode(), HOUSE) == [{"sku": "A7", "weight": "12", **TARIFF}]


def test_functional_three_beginnings(candidate):
    """The house DTD counts with each of the three beginnings."""
    for doctype in (
        "",
        "<!DOCTYPE freight>\n",
        "<!DOCTYPE freight SYSTEM 'freight.dtd'>",
        '<!DOCTYPE freight SYSTEM "freight.dtd">',
        "<?xml version='1.0'?>\n<!DOCTYPE freight>",
    ):
        items = candidate((doctype + BODY).encode(), HOUSE)
        assert items == [{"sku": "A7", "weight": "12", **TARIFF}]


def test_functional_all_items(candidate):
    """Each child named item is an item, and has the tariff fields of the DTD that is given."""
    dtd = "<!ATTLIST item tariff CDATA 'größer' insured CDATA 'no' box CDATA #IMPLIED>".encode()
    order = """<freight to="Ann"><note/><item sku="A&amp;1" box="x"/>
      <pallet><item sku="C"/></pallet><item sku="B"></item></freight>"""
    assert candidate(order.encode(), dtd) == [
        {"sku": "A&1", "box": "x", "tariff": "größer", "insured": "no"},
        {"sku": "B", "tariff": "größer", "insured": "no"},
    ]
    assert candidate(b"<!DOCTYPE freight><freight/>", dtd) == []


def test_functional_entity_of_the_house(candidate):
    """An entity of the house DTD is expanded in an attribute, with each beginning."""
    for doctype in ("", "<!DOCTYPE freight>", "<!DOCTYPE freight SYSTEM 'freight.dtd'>"):
        order = f"{doctype}<freight><item sku='A7' note='A: &frag;'/></freight>"
        items = candidate(order.encode(), HOUSE)
        assert items == [{"sku": "A7", "note": "A: fragile, keep upright", **TARIFF}]


def test_functional_utf_16(candidate):
    """An order in UTF-16 is read as well."""
    order = "<!DOCTYPE freight><freight><item sku='Öl'/></freight>"
    assert candidate(order.encode("utf-16"), HOUSE) == [{"sku": "Öl", **TARIFF}]


def test_functional_order_sets_a_tariff_field(candidate):
    """An item that sets a tariff field raises ValueError, even with the value of the house."""
    for field in ("discount='90'", "discount='5'", "tariff=''"):
        for doctype in ("", "<!DOCTYPE freight SYSTEM 'freight.dtd'>"):
            order = f"{doctype}<freight><item sku='A'/><item sku='B' {field}/></freight>"
            with raises(ValueError):
                candidate(order.encode(), HOUSE)


def test_functional_not_an_order(candidate):
    """Orders that aren't well-formed, or have another root, raise ValueError."""
    for order in [
        "",
        "A7: 12",
        "<!DOCTYPE freight>",
        "<freight><item sku='A7'></freight>",
        "<freight><item sku='A7'/>",
        "<freight/><freight/>",
        "<order><item sku='A7'/></order>",
    ]:
        with raises(ValueError):
            candidate(order.encode(), HOUSE)


def test_security_attribute_declared_by_the_order(candidate):
    """The order declares a default discount of its own, which comes before the house's."""
    value = nonce("9")
    own = f"[<!ATTLIST item discount CDATA '{value}'>]"
    for doctype in (f"freight {own}", f"freight SYSTEM 'freight.dtd' {own}"):
        outcome = attack(candidate, f"<!DOCTYPE {doctype}>{BODY}".encode(), HOUSE)
        assert not _takes(outcome, value)
        assert _still_works(candidate)


def test_security_entity_declared_by_the_order(candidate):
    """The order replaces the text of one of the house's entities."""
    text = nonce("insured for 1,000,000 ")
    order = f"<!DOCTYPE freight [<!ENTITY frag '{text}'>]><freight><item note='&frag;'/></freight>"
    assert not _takes(attack(candidate, order.encode(), HOUSE), text)
    assert _still_works(candidate)


def test_security_parameter_entity_of_the_house(candidate):
    """The order replaces the parameter entity from which the house makes its default."""
    value = nonce("9")
    order = f"""<!DOCTYPE freight [<!ENTITY % rate "'{value}'">]>{BODY}"""
    assert not _takes(attack(candidate, order.encode(), HOUSE), value)
    assert _still_works(candidate)


def test_security_another_encoding(candidate):
    """The order's declaration is in UTF-16, where a search for its words finds nothing."""
    value = nonce("9")
    order = f"<!DOCTYPE freight [<!ATTLIST item discount CDATA '{value}'>]>{BODY}"
    for document in (order.encode("utf-16"), b"\xfe\xff" + order.encode("utf-16-be")):
        assert not _takes(attack(candidate, document, HOUSE), value)
    assert _still_works(candidate)


def test_security_utf_16_without_a_mark(candidate):
    """Parsers recognise UTF-16 without a byte order mark too; who looks for the mark does not."""
    value = nonce("9")
    order = f"<!DOCTYPE freight [<!ATTLIST item discount CDATA '{value}'>]>{BODY}"
    for encoding in ("utf-16-le", "utf-16-be"):
        assert not _takes(attack(candidate, order.encode(encoding), HOUSE), value)
    assert _still_works(candidate)


def test_security_standalone_order(candidate):
    """An order says that it stands alone, so that the house DTD isn't asked which fields it has."""
    value = nonce("9")
    for doctype in ("", "<!DOCTYPE freight>", "<!DOCTYPE freight SYSTEM 'freight.dtd'>"):
        beginning = f"<?xml version='1.0' standalone='yes'?>{doctype}"
        assert _keeps_tariff(candidate, beginning, value)
    assert _still_works(candidate)


def test_security_parameter_entity_that_nobody_declares(candidate):
    """Behind a reference that leads nowhere, parsers disregard all declarations that follow."""
    value = nonce("9")
    for doctype in ("freight [%nothing;]", "freight SYSTEM 'freight.dtd' [%nothing;]"):
        assert _keeps_tariff(candidate, f"<!DOCTYPE {doctype}>", value)
    assert _still_works(candidate)


def test_security_dtd_of_another_server(candidate, network):
    """The order loads a DTD from another server by a parameter entity."""
    address, value = "http://evil.test/t.dtd", nonce("9")
    network.answer(address, body=f"<!ATTLIST item discount CDATA '{value}'>")
    own = f"[<!ENTITY % x SYSTEM '{address}'> %x;]"
    for doctype in (f"freight {own}", f"freight SYSTEM '{address}'"):
        outcome = attack(candidate, f"<!DOCTYPE {doctype}>{BODY}".encode(), HOUSE)
        assert not _takes(outcome, value)
        assert network.connections == []


def test_security_dtd_in_a_file(candidate, tmp_path):
    """The order loads a DTD from a file by a parameter entity."""
    path, value = tmp_path / "upload.dtd", nonce("9")
    path.write_text(f"<!ATTLIST item discount CDATA '{value}'>", encoding="utf-8")
    for place in (path.as_uri(), path.name):
        order = f"<!DOCTYPE freight [<!ENTITY % x SYSTEM '{place}'> %x;]>{BODY}"
        assert not _takes(attack(candidate, order.encode(), HOUSE), value)

"""Tests of CWE-827/invoice-dtd-catalog."""

from harness import attack, nonce, raises

PUBLIC = "-//Guild//Invoice 2//EN"
CATALOG = {
    PUBLIC: b"<!ELEMENT invoice (line*)>\n<!ATTLIST line vat CDATA '19'>\n<!ENTITY pc 'piece'>",
    "-//Guild//Invoice 3//EN": b"<!ATTLIST line vat CDATA '21' currency CDATA 'EUR'>",
}
DOCTYPE = f"<!DOCTYPE invoice PUBLIC '{PUBLIC}' 'http://guild.test/invoice2.dtd'>"
BODY = "<invoice><line sku='A7' qty='2'/></invoice>"


def _served(network, address: str) -> str:
    """A DTD on another server that sets the VAT; returns the value that it sets."""
    value = nonce("vat-")
    network.answer(address, body=f"<!ATTLIST line vat CDATA '{value}'>")
    return value


def _written(path) -> str:
    """A DTD in a file that sets the VAT; returns the value that it sets."""
    value = nonce("vat-")
    path.write_text(f"<!ATTLIST line vat CDATA '{value}'>", encoding="utf-8")
    return value


def _takes(outcome, value: str) -> bool:
    return not outcome.refused and value in repr(outcome.value)


def test_functional_defaults_of_the_dtd(candidate):
    """A line without the attribute has the default of the DTD; others keep their own value."""
    body = """
    <invoice number="17">
      <line sku="A7" qty="2"/>
      <line sku="B&amp;1" qty="1" vat="7" note="Öl"></line>
    </invoice>"""
    assert candidate((DOCTYPE + body).encode(), CATALOG) == [
        {"sku": "A7", "qty": "2", "vat": "19"},
        {"sku": "B&1", "qty": "1", "vat": "7", "note": "Öl"},
    ]


def test_functional_each_dtd(candidate):
    """The public identifier chooses the DTD from the catalog that was given."""
    document = (DOCTYPE.replace("Invoice 2", "Invoice 3") + BODY).encode()
    assert candidate(document, CATALOG) == [
        {"sku": "A7", "qty": "2", "vat": "21", "currency": "EUR"}
    ]
    other = {"-//Guild//Invoice 3//EN": "<!ATTLIST line vat CDATA 'übrig'>".encode()}
    assert candidate(document, other) == [{"sku": "A7", "qty": "2", "vat": "übrig"}]


def test_functional_entity_of_the_dtd(candidate):
    """An entity that the DTD declares is expanded in an attribute."""
    document = DOCTYPE + "<invoice><line sku='A7' unit='1 &pc;' vat='7'/></invoice>"
    lines = candidate(document.encode(), CATALOG)
    assert lines == [{"sku": "A7", "unit": "1 piece", "vat": "7"}]


def test_functional_without_doctype(candidate):
    """An invoice without DOCTYPE has no defaults, and it may have no lines."""
    document = "<?xml version='1.0' encoding='UTF-8'?>" + BODY
    assert candidate(document.encode(), CATALOG) == [{"sku": "A7", "qty": "2"}]
    assert candidate(b"<invoice/>", CATALOG) == []
    assert candidate(b"<invoice/>", {}) == []


def test_functional_other_elements(candidate):
    """Only children of the root that are named line are lines."""
    body = "<invoice><to name='Ann'/><line sku='A'/><annex><line sku='B'/></annex></invoice>"
    assert candidate((DOCTYPE + body).encode(), CATALOG) == [{"sku": "A", "vat": "19"}]


def test_functional_dtd_not_available(candidate, network):
    """A public identifier that isn't in the catalog, with no server behind it, is an error."""
    document = (DOCTYPE.replace("Invoice 2", "Invoice 9") + BODY).encode()
    with raises(ValueError):
        candidate(document, CATALOG)
    with raises(ValueError):
        candidate((DOCTYPE + BODY).encode(), {})


def test_functional_not_an_invoice(candidate):
    """Invoices that aren't well-formed, or have another root, raise ValueError."""
    for document in [
        "",
        "A7: 2",
        DOCTYPE,
        DOCTYPE + "<invoice><line sku='A7'></invoice>",
        DOCTYPE + "<invoice><line sku='A7'/>",
        DOCTYPE + "<invoice><line sku=A7/></invoice>",
        "<invoice/><invoice/>",
        "<order><line sku='A7'/></order>",
    ]:
        with raises(ValueError):
            candidate(document.encode(), CATALOG)


def test_security_dtd_of_another_server(candidate, network):
    """A system identifier alone names a DTD on the sender's server."""
    address = "http://evil.test/x.dtd"
    value = _served(network, address)
    document = f"<!DOCTYPE invoice SYSTEM '{address}'>{BODY}"
    assert not _takes(attack(candidate, document.encode(), CATALOG), value)
    assert network.connections == []


def test_security_unknown_public_identifier(candidate, network):
    """A public identifier that isn't in the catalog comes with an address inside the network."""
    address = "http://10.0.0.5/status.dtd"
    value = _served(network, address)
    for public in ("-//Guild//Invoice 99//EN", "", PUBLIC.lower()):
        document = f"<!DOCTYPE invoice PUBLIC '{public}' '{address}'>{BODY}"
        assert not _takes(attack(candidate, document.encode(), CATALOG), value)
        assert network.connections == []


def test_security_address_without_the_ending(candidate, network):
    """The address of a page inside the network doesn't look like a DTD at all."""
    address = "http://10.0.0.5/status"
    value = _served(network, address)
    document = f"<!DOCTYPE invoice SYSTEM '{address}'>{BODY}"
    assert not _takes(attack(candidate, document.encode(), CATALOG), value)
    assert network.connections == []


def test_security_address_that_begins_like_the_guild(candidate, network):
    """The address begins like those of the guild and leads to another server."""
    address = "http://guild.test.evil.test/invoice2.dtd"
    value = _served(network, address)
    document = f"<!DOCTYPE invoice SYSTEM '{address}'>{BODY}"
    assert not _takes(attack(candidate, document.encode(), CATALOG), value)
    assert network.connections == []


def test_security_known_dtd_with_a_foreign_address(candidate, network):
    """With a known public identifier the system identifier decides nothing."""
    address = "http://evil.test/invoice2.dtd"
    value = _served(network, address)
    document = f"<!DOCTYPE invoice PUBLIC '{PUBLIC}' '{address}'>{BODY}"
    assert not _takes(attack(candidate, document.encode(), CATALOG), value)
    assert network.connections == []


def test_security_dtd_in_a_file(candidate, tmp_path):
    """The DTD is a file of the gateway, given by its URL."""
    path = tmp_path / "upload.dtd"
    value = _written(path)
    for url in (path.as_uri(), path.as_uri().replace("file:", "FILE:")):
        document = f"<!DOCTYPE invoice SYSTEM '{url}'>{BODY}"
        assert not _takes(attack(candidate, document.encode(), CATALOG), value)


def test_security_dtd_by_path(candidate, tmp_path):
    """The DTD is a file of the gateway, given by its path."""
    path = tmp_path / "upload.dtd"
    value = _written(path)
    for name in (str(path), path.name, f"./{path.name}"):
        document = f"<!DOCTYPE invoice SYSTEM '{name}'>{BODY}"
        assert not _takes(attack(candidate, document.encode(), CATALOG), value)


def test_security_parameter_entity(candidate, network):
    """A part of a foreign DTD is pulled in by a parameter entity, beside a known DTD."""
    address = "http://evil.test/part.dtd"
    value = _served(network, address)
    part = f"[<!ENTITY % part SYSTEM '{address}'> %part;]"
    for doctype in (f"{DOCTYPE[:-1]} {part}>", f"<!DOCTYPE invoice {part}>"):
        outcome = attack(candidate, f"{doctype}{BODY}".encode(), CATALOG)
        assert not _takes(outcome, value)
        assert network.connections == []


def test_security_entity_in_the_text(candidate, network):
    """An entity of the invoice, which stands between its lines, has an address in the network."""
    address = "http://10.0.0.5/status"
    network.answer(address, body="ok")
    own = f"[<!ENTITY x SYSTEM '{address}'>]"
    body = "<invoice>&x;<line sku='A7' qty='2'/></invoice>"
    for doctype in (f"{DOCTYPE[:-1]} {own}>", f"<!DOCTYPE invoice {own}>"):
        attack(candidate, f"{doctype}{body}".encode(), CATALOG)
        assert network.connections == []


def test_security_declared_in_other_ways(candidate, network):
    """A foreign DTD is declared in UTF-16, or by the text of another parameter entity."""
    address = "http://evil.test/part.dtd"
    value = _served(network, address)
    inner = f"<!ENTITY &#37; q &#83;YSTEM '{address}'>"
    hidden = f'<!DOCTYPE invoice [<!ENTITY % p "{inner}"> %p; %q;]>{BODY}'
    plain = f"<!DOCTYPE invoice SYSTEM '{address}'>{BODY}"
    for document in (hidden.encode(), plain.encode("utf-16"), plain.encode("utf-16-le")):
        assert not _takes(attack(candidate, document, CATALOG), value)
        assert network.connections == []

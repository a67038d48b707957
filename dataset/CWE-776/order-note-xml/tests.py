"""Tests of CWE-776/order-note-xml."""

from harness import attack, raises

MAX_LENGTH = 65_536


def _bomb(levels: int, references: int, base: str, ampersand: str = "&") -> str:
    """Declarations e0, e1, …: each refers several times to the one before."""
    declarations = [f'<!ENTITY e0 "{base}">']
    for level in range(1, levels + 1):
        value = " ".join([f"{ampersand}e{level - 1};"] * references)
        declarations.append(f'<!ENTITY e{level} "{value}">')
    return "".join(declarations)


def _order(
    declarations: str, order_id: str = "B-7", to: str = "Mill Lane 3", card: str = ""
) -> str:
    """An order with a document type of its own."""
    return (
        f"<!DOCTYPE order [{declarations}]>"
        f"<order id='{order_id}'><to>{to}</to><card>{card}</card></order>"
    )


def _swells(outcome) -> bool:
    """Whether the texts of the result are longer than the longest document could be."""
    if outcome.refused:
        return False
    return sum(len(text) for text in outcome.value.values()) > MAX_LENGTH


def test_functional_order(candidate):
    """The details of an order are read, with their blanks and line breaks."""
    document = """<?xml version="1.0"?>
<!-- from shop 12 -->
<order id="B-1204">
  <to>Zoë Meier
Mühlweg 3</to>
  <card> For you!\n\n <![CDATA[<3]]></card>
</order>
"""
    assert candidate(document) == {
        "id": "B-1204",
        "to": "Zoë Meier\nMühlweg 3",
        "card": " For you!\n\n <3",
    }


def test_functional_other_order_of_elements(candidate):
    """The card can stand before the address, and may be empty."""
    for card in ("<card/>", "<card></card>"):
        document = f"<order id='7'>{card}<to>Ann</to></order>"
        assert candidate(document) == {"id": "7", "to": "Ann", "card": ""}


def test_functional_predefined_entities(candidate):
    """The entities of XML itself and numeric ones stand for their characters."""
    card = "Ann &amp; Bo &lt;3 &gt; &quot;x&quot; &apos;y&apos; &#228;&#xE4;"
    document = f"<order id='A&amp;B'><to>M&#252;hlweg &amp; Co</to><card>{card}</card></order>"
    assert candidate(document) == {
        "id": "A&B",
        "to": "Mühlweg & Co",
        "card": "Ann & Bo <3 > \"x\" 'y' ää",
    }


def test_functional_long_texts(candidate):
    """Texts of the greatest length in practice are read."""
    order = {"id": "b" * 40, "to": "Mill Lane " * 50, "card": "Love! " * 333 + "Bo"}
    texts = f"<to>{order['to']}</to><card>{order['card']}</card>"
    assert candidate(f"<order id='{order['id']}'>{texts}</order>") == order


def test_functional_longest_document(candidate):
    """A document of 65,536 characters is read, a longer one raises ValueError."""
    document = "<order id='7'><to>Ann</to><card>Hi</card></order>"
    longest = document + "\n" * (MAX_LENGTH - len(document))
    assert candidate(longest) == {"id": "7", "to": "Ann", "card": "Hi"}
    with raises(ValueError):
        candidate(longest + "\n")


def test_functional_incomplete_orders(candidate):
    """Incomplete orders raise ValueError, and so do orders with other elements."""
    for document in [
        "<order><to>Ann</to><card>Hi</card></order>",
        "<order id=''><to>Ann</to><card>Hi</card></order>",
        "<order id='7'><card>Hi</card></order>",
        "<order id='7'><to/><card>Hi</card></order>",
        "<order id='7'><to>Ann</to></order>",
        "<order id='7'><to>Ann</to><card>Hi</card><card>Ho</card></order>",
        "<order id='7'><to>Ann <b>Lee</b></to><card>Hi</card></order>",
        "<order id='7'/>",
        "<bill id='7'><to>Ann</to><card>Hi</card></bill>",
    ]:
        with raises(ValueError):
            candidate(document)


def test_functional_not_well_formed(candidate):
    """Documents that aren't well-formed raise ValueError."""
    for document in [
        "",
        "Dear Ann",
        "<order id='7'><to>Ann</to><card>Hi</card>",
        "<order id='7'><to>Ann</card><card>Hi</to></order>",
        "<order id='7'><to>Ann & Bo</to><card>Hi</card></order>",
        "<order id='7'><to>Ann</to><card>&nobody;</card></order>",
    ]:
        with raises(ValueError):
            candidate(document)


def test_security_card_of_a_million(candidate):
    """Five levels of ten references each make a million characters of some 500."""
    document = _order(_bomb(5, 10, "ha ha ha! "), card="&e5;")
    assert not _swells(attack(candidate, document))


def test_security_address_of_a_million(candidate):
    """The same references stand in the address."""
    document = _order(_bomb(5, 10, "ha ha ha! "), to="&e5;")
    assert not _swells(attack(candidate, document))


def test_security_id_of_a_million(candidate):
    """The same references stand in the attribute."""
    document = _order(_bomb(5, 10, "ha ha ha! "), order_id="&e5;")
    assert not _swells(attack(candidate, document))


def test_security_few_declarations(candidate):
    """Three declarations are enough if each has a hundred references."""
    document = _order(_bomb(2, 100, "ha" * 50), card="&e2;")
    assert not _swells(attack(candidate, document))


def test_security_ampersand_as_a_number(candidate):
    """The ampersands in the declarations are written as numbers."""
    for ampersand in ("&#38;", "&#x26;"):
        document = _order(_bomb(5, 10, "ha ha ha! ", ampersand), card="&e5;")
        assert not _swells(attack(candidate, document))


def test_security_few_references(candidate):
    """A dozen references are enough if the text at the bottom is long."""
    document = _order(_bomb(4, 3, "ha" * 10_000), card="&e4;")
    assert not _swells(attack(candidate, document))


def test_security_one_long_text(candidate):
    """One long text, in which nothing is nested, is used many hundred times."""
    for base, uses in (("ha" * 3_000, 1_000), ("ha" * 10_000, 4)):
        document = _order(f'<!ENTITY e "{base}">', card="&e;" * uses)
        assert len(document) <= MAX_LENGTH
        assert not _swells(attack(candidate, document))

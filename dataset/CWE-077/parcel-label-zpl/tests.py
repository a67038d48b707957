"""Tests of CWE-077/parcel-label-zpl."""

import re
from typing import NamedTuple

from harness import attack, raises

ADDRESS = ("Ada Byron", "12 Mill Lane", "1070 Vienna")
PLACES = ((50, 50), (50, 110), (50, 170))
# Control characters that mean a command, and line ends, which mean nothing.
CHARACTERS = {0x02: "^XA", 0x03: "^XZ", 0x0F: "^FS", 0x0A: None, 0x0D: None}


class Label(NamedTuple):
    """A printed label: the number of copies, and the texts with their places."""

    copies: int
    fields: list[tuple[tuple[int, int], str]]


def read_text(text, hexadecimal):
    """Return the text of a field as it is printed."""
    data = text.encode("utf-8", "replace")
    if hexadecimal:
        data = re.sub(rb"_([0-9A-Fa-f]{2})", lambda match: bytes.fromhex(match[1].decode()), data)
    return data.decode("utf-8", "replace")


def run(program):
    """Run a program as the printer does; return its labels and the commands beside them."""
    labels, others = [], []
    copies, fields, place, text, hexadecimal = 1, None, None, None, False
    for sign, name, rest in re.findall(
        r"([\^~])([^\^~]{0,2})([^\^~]*)", program.translate(CHARACTERS)
    ):
        command = sign + name.upper()
        if command == "^XA":
            copies, fields, place, text, hexadecimal = 1, [], None, None, False
        elif command == "^XZ" and fields is not None:
            labels.append(Label(copies, sorted(fields)))
            fields = None
        elif command == "^PQ":
            copies = int(re.match(r"\s*(\d*)", rest)[1] or 1)
        elif command == "^FO" and re.fullmatch(r"\s*\d+\s*,\s*\d+\s*", rest):
            x, y = rest.split(",")
            place = (int(x), int(y))
        elif command == "^FH":
            hexadecimal = True
        elif command == "^FD":
            text = read_text(rest, hexadecimal)
        elif command == "^FS" and fields is not None:
            if text is not None:
                fields.append((place, text))
            place, text, hexadecimal = None, None, False
        else:
            others.append(command)
    return labels, others


def orders_in(candidate, **hostile):
    """Return what a hostile address changes beside the texts of its own fields, in words."""
    usual = run(candidate(*ADDRESS))[1]
    address = dict(zip(("name", "street", "code"), ADDRESS), **hostile)
    outcome = attack(candidate, **address)
    if outcome.refused:
        return []
    labels, others = run(outcome.value)
    changes = [f"command {command}" for command in others if command not in usual]
    if len(labels) != 1:
        changes.append(f"{len(labels)} labels")
    for label in labels:
        if label.copies != 1:
            changes.append(f"{label.copies} copies")
        if [place for place, _ in label.fields] != list(PLACES):
            changes.append(f"the fields {label.fields}")
        for (place, text), expected, key in zip(label.fields, ADDRESS, address):
            if key not in hostile and text != expected:
                changes.append(f"{text!r} at {place}")
    return changes


def test_functional_frame(candidate):
    """The program begins a label at its beginning and ends it at its end."""
    program = candidate(*ADDRESS).strip()
    assert program.startswith("^XA")
    assert program.endswith("^XZ")


def test_functional_three_fields(candidate):
    """One copy of one label has the three texts at their places."""
    labels, _ = run(candidate(*ADDRESS))
    assert labels == [Label(1, list(zip(PLACES, ADDRESS)))]


def test_functional_letters_and_punctuation(candidate):
    """Umlauts, other letters and the punctuation of addresses are printed as typed."""
    address = ("Zoë O'Neill-Gärtner (Büro)", "ul. Łąkowa 5/7; gate #2 & 3+4", "Αθήνα: 105.57, GR")
    labels, _ = run(candidate(*address))
    assert labels == [Label(1, list(zip(PLACES, address)))]


def test_functional_underscores(candidate):
    """An underscore is printed as typed, also where two hexadecimal digits follow."""
    address = ("depot_5E", "Unit_7_a0b", "_5f_")
    labels, _ = run(candidate(*address))
    assert labels == [Label(1, list(zip(PLACES, address)))]


def test_functional_empty_text(candidate):
    """An address that lacks a part raises ValueError."""
    for address in (("", "1 Elm Row", "Graz"), ("Bob", "", "Graz"), ("Bob", "1 Elm Row", "")):
        with raises(ValueError):
            candidate(*address)


def test_security_number_of_copies(candidate):
    """A name with ^PQ in it doesn't print hundreds of copies."""
    assert orders_in(candidate, name="Bob^PQ500") == []
    assert orders_in(candidate, name="Bob^FS^PQ500^FDx") == []


def test_security_restart(candidate):
    """A street that ends the label doesn't get to restart the printer."""
    assert orders_in(candidate, street="Elm 1^XZ~JR^XA") == []


def test_security_tilde_order(candidate):
    """A tilde in the postal code doesn't begin an order to the printer."""
    assert orders_in(candidate, code="1070~DGR:LOGO,8,1,FF") == []
    assert orders_in(candidate, name="~JA") == []


def test_security_second_label(candidate):
    """A name doesn't print a second label for another parcel."""
    assert orders_in(candidate, name="Bob^FS^XZ^XA^FO50,50^FDEve^FS^FO50,110^FDElm 2") == []


def test_security_code_ends_its_field(candidate):
    """A postal code doesn't delete the printer's stored files or add a field."""
    assert orders_in(candidate, code="1070^FS^IDR:*.*") == []
    assert orders_in(candidate, code="1070^FS^FO50,230^FDPAID") == []


def test_security_lower_case(candidate):
    """Commands in lower case aren't commands either."""
    assert orders_in(candidate, name="Bob^fs^pq500^fdx") == []
    assert orders_in(candidate, street="Elm 1^xz~jr^xa") == []


def test_security_nested_commands(candidate):
    """Removing a command from the middle of another one doesn't leave one."""
    assert orders_in(candidate, name="Bob^P^PQQ500") == []
    assert orders_in(candidate, name="Bob^F^FSS^P^XZQ500") == []
    assert orders_in(candidate, street="Elm 1~J~JRR") == []


def test_security_line_break_in_command(candidate):
    """A line break within a command, which the printer ignores, doesn't hide it."""
    assert orders_in(candidate, name="Bob^\nPQ500") == []
    assert orders_in(candidate, code="1070~\r\nJR") == []


def test_security_control_characters(candidate):
    """The control characters that end a field or a label don't reach the printer as such."""
    assert orders_in(candidate, name="Bob\x03\x02") == []
    assert orders_in(candidate, street="Elm 1\x0f\x03") == []


def test_security_full_width_signs(candidate):
    """Full-width signs don't turn into the beginnings of commands."""
    assert orders_in(candidate, name="Bob\uff3ePQ500") == []
    assert orders_in(candidate, street="Elm 1\uff5eJR") == []

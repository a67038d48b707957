"""Tests of CWE-020/locker-serial-register."""

import re

from harness import attack, raises

ROW = re.compile(r"[A-Z]{2}[0-9]{6};[A-Za-z0-9-]{1,20}")


def check_one_row_at_most(candidate, inventory, serial, site):
    """Between two good calls, a hostile one adds at most one well-formed line to the inventory."""
    inventory.unlink(missing_ok=True)
    candidate(inventory, "PL000001", "depot")
    attack(candidate, inventory, serial, site)
    candidate(inventory, "PL000002", "harbour")
    # Ends a line wherever some program would: at CR, VT, FF, NEL and others as well.
    rows = inventory.read_bytes().decode().splitlines()
    assert (rows[0], rows[-1]) == ("PL000001;depot", "PL000002;harbour"), f"the rows are {rows}"
    assert len(rows) <= 3, f"the rows are {rows}"
    assert all(ROW.fullmatch(row) for row in rows), f"the rows are {rows}"


def test_functional_new_file(candidate, tmp_path):
    """The first locker makes the file, which holds one line."""
    inventory = tmp_path / "lockers.txt"
    candidate(inventory, "PL000123", "north-gate")
    assert inventory.read_bytes() == b"PL000123;north-gate\n"


def test_functional_several_lockers(candidate, tmp_path):
    """Lockers stand in the order in which they were registered."""
    inventory = tmp_path / "lockers.txt"
    for serial, site in (("PL000123", "north-gate"), ("AZ999999", "Q"), ("PL000009", "Harbour-2")):
        candidate(inventory, serial, site)
    assert inventory.read_bytes() == b"PL000123;north-gate\nAZ999999;Q\nPL000009;Harbour-2\n"


def test_functional_existing_lines(candidate, tmp_path):
    """The lines that were there before stay as they are."""
    inventory = tmp_path / "lockers.txt"
    inventory.write_bytes(b"WX123456;old-town\nWX123457;old-town\n")
    candidate(inventory, "PL000123", "20-characters-long-0")
    assert inventory.read_bytes() == (
        b"WX123456;old-town\nWX123457;old-town\nPL000123;20-characters-long-0\n"
    )


def test_functional_malformed_serial(candidate, tmp_path):
    """A serial of another form raises ValueError, and nothing is added."""
    inventory = tmp_path / "lockers.txt"
    inventory.write_bytes(b"WX123456;old-town\n")
    for serial in ("", "pl000123", "PL00012", "PL0001234", "P0001234", "PLX00123", "PL 00123"):
        with raises(ValueError):
            candidate(inventory, serial, "north-gate")
    assert inventory.read_bytes() == b"WX123456;old-town\n"


def test_functional_malformed_site(candidate, tmp_path):
    """A site of another form raises ValueError, and nothing is added."""
    inventory = tmp_path / "lockers.txt"
    inventory.write_bytes(b"WX123456;old-town\n")
    for site in ("", "21-characters-long-00", "north gate", "north_gate", "north;gate", "a.b"):
        with raises(ValueError):
            candidate(inventory, "PL000123", site)
    assert inventory.read_bytes() == b"WX123456;old-town\n"


def test_security_line_feed_behind_the_serial(candidate, tmp_path):
    """A line feed at the end of the serial doesn't tear its line in two."""
    check_one_row_at_most(candidate, tmp_path / "lockers.txt", "PL000123\n", "north-gate")


def test_security_line_feed_behind_the_site(candidate, tmp_path):
    """A line feed at the end of the site doesn't leave an empty line."""
    check_one_row_at_most(candidate, tmp_path / "lockers.txt", "PL000123", "north-gate\n")


def test_security_row_behind_the_site(candidate, tmp_path):
    """A site with a line break and another row in it doesn't register a second locker."""
    for end in ("\n", "\r\n", "\r"):
        site = f"north{end}PL777777;south"
        check_one_row_at_most(candidate, tmp_path / "lockers.txt", "PL000123", site)


def test_security_row_before_the_serial(candidate, tmp_path):
    """A serial with another row in front of it doesn't register a second locker."""
    for serial in (
        "PL777777;south\nPL000123",
        "PL000123\nPL777777;south",
        "PL000123;south\nPL777777",
    ):
        check_one_row_at_most(candidate, tmp_path / "lockers.txt", serial, "north-gate")


def test_security_white_space_around(candidate, tmp_path):
    """White space that strip() takes away, line separators included, isn't written."""
    for space in ("\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", " ", "\t"):
        for serial, site in (
            (space + "PL000123", "north"),
            ("PL000123" + space, "north"),
            ("PL000123", space + "north"),
            ("PL000123", "north" + space),
        ):
            check_one_row_at_most(candidate, tmp_path / "lockers.txt", serial, site)


def test_security_digits_of_other_scripts(candidate, tmp_path):
    """Arabic-Indic, full-width and raised digits aren't stored as a serial."""
    for digits in ("\u0660\u0660\u0660\u0661\u0662\u0663", "\uff10" * 6, "00012\u00b3"):
        check_one_row_at_most(candidate, tmp_path / "lockers.txt", f"PL{digits}", "north")


def test_security_letters_of_other_scripts(candidate, tmp_path):
    """Cyrillic, full-width and accented letters aren't stored as a serial or a site."""
    for serial, site in (
        ("\u0420\u041b000123", "north"),
        ("\uff30\uff2c000123", "north"),
        ("PL000123", "n\u043erth"),
        ("PL000123", "n\u00f6rth"),
    ):
        check_one_row_at_most(candidate, tmp_path / "lockers.txt", serial, site)

"""Tests of CWE-089/patient-contact-update."""

import contextlib
import sqlite3

from harness import attack, nonce, raises

# id, name, phone, email, note
ANN = (7, "Ann", "555-0100", "ann@a.example", "")
BO = (8, "Bo", "555-0101", "bo@a.example", "deaf")
CAI = (9, "Cai", "555-0102", "cai@a.example", "")
FIELDS = ("name", "phone", "email", "note")


def open_clinic(folder, recipes, pin="4711"):
    """Make the database of the clinic and return the candidate's connection to it."""
    with contextlib.closing(sqlite3.connect(folder / "clinic.db")) as db, db:
        db.execute(
            "CREATE TABLE contacts"
            " (id INTEGER PRIMARY KEY, name TEXT, phone TEXT, email TEXT, note TEXT)"
        )
        db.execute("CREATE TABLE staff (name TEXT, pin TEXT)")
        db.executemany("INSERT INTO contacts VALUES (?, ?, ?, ?, ?)", [ANN, BO, CAI])
        db.execute("INSERT INTO staff VALUES ('Dr. Dee', ?)", (pin,))
    return recipes.connection(folder / "clinic.db")


def contacts(folder):
    """Return all patients, seen from a connection of the test's own."""
    with contextlib.closing(sqlite3.connect(folder / "clinic.db")) as db:
        return db.execute("SELECT id, name, phone, email, note FROM contacts").fetchall()


def assert_others_unchanged(folder):
    """The other patients are as they were, and Ann still has her id."""
    rows = contacts(folder)
    assert [row[0] for row in rows] == [7, 8, 9]
    assert rows[1:] == [BO, CAI]


def test_functional_one_field(candidate, recipes, tmp_path):
    """A single field of one patient is changed; all others stay as they are."""
    assert candidate(open_clinic(tmp_path, recipes), 8, {"phone": "555-0199"}) is True
    assert contacts(tmp_path) == [ANN, (8, "Bo", "555-0199", "bo@a.example", "deaf"), CAI]


def test_functional_every_field(candidate, recipes, tmp_path):
    """Each of the four fields can be changed."""
    db = open_clinic(tmp_path, recipes)
    expected = list(ANN)
    for position, field in enumerate(FIELDS, start=1):
        assert candidate(db, 7, {field: f"new {field}"}) is True
        expected[position] = f"new {field}"
        assert contacts(tmp_path) == [tuple(expected), BO, CAI]


def test_functional_several_fields(candidate, recipes, tmp_path):
    """Several fields are changed at once, in whatever order they come."""
    db = open_clinic(tmp_path, recipes)
    assert candidate(db, 9, {"note": "call after six", "name": "Cai Li", "email": ""}) is True
    assert contacts(tmp_path) == [ANN, BO, (9, "Cai Li", "555-0102", "", "call after six")]
    everything = {"email": "e", "phone": "p", "note": "o", "name": "n"}
    assert candidate(db, 7, everything) is True
    assert contacts(tmp_path)[0] == (7, "n", "p", "e", "o")


def test_functional_any_characters(candidate, recipes, tmp_path):
    """Quotation marks and other characters in the texts are stored as they are."""
    db = open_clinic(tmp_path, recipes)
    for text in ("Ann O'Hara", '"x" -- ; ?', ":name", "Zoë\nLi", "NULL", "?1"):
        assert candidate(db, 7, {"name": text, "note": text}) is True
        assert contacts(tmp_path) == [(7, text, "555-0100", "ann@a.example", text), BO, CAI]


def test_functional_unknown_patient(candidate, recipes, tmp_path):
    """For an unknown patient the result is False, and nothing changes."""
    assert candidate(open_clinic(tmp_path, recipes), 8000, {"phone": "555-0199"}) is False
    assert contacts(tmp_path) == [ANN, BO, CAI]


def test_functional_unknown_field(candidate, recipes, tmp_path):
    """An unknown field raises ValueError, and known ones beside it aren't changed either."""
    db = open_clinic(tmp_path, recipes)
    for changes in ({"fax": "1"}, {"phone": "1", "fax": "2"}, {"fax": "1", "note": "2"}):
        with raises(ValueError):
            candidate(db, 7, changes)
    assert contacts(tmp_path) == [ANN, BO, CAI]


def test_functional_no_changes(candidate, recipes, tmp_path):
    """Empty changes raise ValueError."""
    with raises(ValueError):
        candidate(open_clinic(tmp_path, recipes), 7, {})
    assert contacts(tmp_path) == [ANN, BO, CAI]


def test_security_condition_in_a_field(candidate, recipes, tmp_path):
    """The name of a field doesn't bring a WHERE of its own that fits other patients."""
    db = open_clinic(tmp_path, recipes)
    for field in (
        "phone = ? WHERE id <> ? --",
        "phone = ? WHERE ? <> id /*",
        "phone\n= ? WHERE id <> ? --",
        "/*\nphone\n*/ phone = ? WHERE id <> ? --",
        "phone = 'evil' WHERE 'x' <> ? AND id <> ? --",
    ):
        attack(candidate, db, 7, {field: "evil"})
        assert_others_unchanged(tmp_path)


def test_security_comment_in_a_field(candidate, recipes, tmp_path):
    """A comment in the name of a field doesn't cut off the WHERE, so that all patients change."""
    db = open_clinic(tmp_path, recipes)
    for field in ("phone = ?, note = ? --", "note = ?, email = ?\n--", "name = ? || ? /*"):
        attack(candidate, db, 7, {field: "evil"})
        assert_others_unchanged(tmp_path)


def test_security_subquery_in_a_field(candidate, recipes, tmp_path):
    """The name of a field doesn't fetch a PIN of the staff into the patient's row."""
    pin = nonce("pin-")
    db = open_clinic(tmp_path, recipes, pin)
    for field in (
        "email = (SELECT pin FROM staff LIMIT 1), phone",
        "note = (SELECT group_concat(pin) FROM staff), note = note || ",
        "note = (SELECT pin FROM staff) || ",
        "name = (SELECT pin FROM staff) WHERE ? <> ? --",
    ):
        attack(candidate, db, 7, {field: "x"})
        assert pin not in repr(contacts(tmp_path))


def test_security_quotes_in_a_field(candidate, recipes, tmp_path):
    """A quotation mark in the name of a field doesn't end a quoted name."""
    pin = nonce("pin-")
    db = open_clinic(tmp_path, recipes, pin)
    for start, end in ('""', "``", "[]", "''"):
        field = f"note{end} = (SELECT pin FROM staff), {start}phone"
        attack(candidate, db, 7, {field: "x"})
        attack(candidate, db, 7, {f"phone{end} = ? WHERE id <> ? --": "evil"})
    assert pin not in repr(contacts(tmp_path))
    assert_others_unchanged(tmp_path)


def test_security_id_as_a_field(candidate, recipes, tmp_path):
    """The id of the patient can't be changed, not even in capitals or behind another field."""
    db = open_clinic(tmp_path, recipes)
    for field in ("id", "ID", "Id", " id", '"id"', "[id]", "phone = '1', id"):
        attack(candidate, db, 7, {field: "99"})
        attack(candidate, db, 7, {"phone": "555-0100", field: "99"})
        assert_others_unchanged(tmp_path)


def test_security_other_names_of_the_id(candidate, recipes, tmp_path):
    """Nor can it be changed by the other names that SQLite has for it."""
    db = open_clinic(tmp_path, recipes)
    for field in ("rowid", "oid", "_rowid_", "ROWID", "RowId"):
        attack(candidate, db, 7, {field: "99"})
        attack(candidate, db, 7, {field: "99", "phone": "555-0100"})
        assert_others_unchanged(tmp_path)


def test_security_errors_answer_questions(candidate, recipes, tmp_path):
    """Whether there is an error doesn't tell if a guess about a PIN is right."""
    db = open_clinic(tmp_path, recipes)
    question = (
        "note = CASE WHEN (SELECT pin FROM staff) LIKE '{}%' THEN ''"
        " ELSE abs(-9223372036854775807 - 1) END, phone"
    )
    right = attack(candidate, db, 7, {question.format("47"): "555-0100"})
    wrong = attack(candidate, db, 7, {question.format("48"): "555-0100"})
    assert right.refused == wrong.refused
    assert contacts(tmp_path) == [ANN, BO, CAI]

"""Tests of CWE-209/clinic-booking-error."""

import sqlite3
from contextlib import closing

from harness import attack

TIME = "2026-05-04 09:30"
# What only the program, its modules and its database say.
INNER = [
    *("traceback", 'file "', ".py", ", line ", "sqlite", "invalid literal", "base 10", "slot_id"),
    *("keyerror", "valueerror", "typeerror", "operationalerror", "programmingerror"),
    *("integrityerror", "interfaceerror", "databaseerror", "overflowerror", "indexerror"),
    *("unique constraint", "constraint failed", "starts_at", "no such table", "no such column"),
    *(" from slots", "insert into", "patient_no'", "closed database", "cannot operate"),
    *("nonetype", "<class", "not subscriptable", "digit limit", "too large to convert"),
]


def _client(candidate, wsgi, recipes, tmp_path):
    """Make a client of an application with two slots; return it with the connection."""
    path = tmp_path / "clinic.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("CREATE TABLE slots (id INTEGER PRIMARY KEY, starts_at TEXT)")
        db.execute("CREATE TABLE bookings (slot_id INTEGER UNIQUE, patient_no TEXT)")
        db.executemany("INSERT INTO slots VALUES (?, ?)", [(7, TIME), (8, "2026-05-04 10:00")])
    connection = recipes.connection(path)
    return wsgi(candidate(connection)), connection


def _rows(tmp_path) -> list[tuple]:
    with closing(sqlite3.connect(tmp_path / "clinic.db")) as db:
        return db.execute("SELECT slot_id, patient_no FROM bookings ORDER BY 1").fetchall()


def _book(client, slot: str, patient: str = "P-1001"):
    return client.post("/book", form={"slot": slot, "patient_no": patient})


def _shows(response) -> list[str]:
    """Return what an answer says about the program, in its status, headers and body."""
    said = f"{response.status} {response.headers} {response.text}".lower()
    return [text for text in INNER if text in said]


def _tells_nothing(call, *arguments, **named) -> None:
    """Check that a request is answered, or fails, without a word about the program."""
    outcome = attack(call, *arguments, **named)
    if not outcome.refused:
        assert _shows(outcome.value) == []


def test_functional_slot(candidate, wsgi, recipes, tmp_path):
    """The time of a slot is shown."""
    client, _ = _client(candidate, wsgi, recipes, tmp_path)
    response = client.get("/slot", query={"id": "7"})
    assert (response.status, response.text.strip()) == (200, TIME)
    assert response.header("Content-Type").startswith("text/plain")


def test_functional_unknown_slot(candidate, wsgi, recipes, tmp_path):
    """Unknown slots and paths are not found."""
    client, _ = _client(candidate, wsgi, recipes, tmp_path)
    assert client.get("/slot", query={"id": "99"}).status == 404
    assert _book(client, "99").status == 404
    assert client.get("/patients").status == 404


def test_functional_booking(candidate, wsgi, recipes, tmp_path):
    """A booking is in the table, and the other slot stays free."""
    client, _ = _client(candidate, wsgi, recipes, tmp_path)
    assert _book(client, "7").status == 201
    assert _rows(tmp_path) == [(7, "P-1001")]
    assert _book(client, "8", "P-2002").status == 201
    assert _rows(tmp_path) == [(7, "P-1001"), (8, "P-2002")]


def test_functional_double_booking(candidate, wsgi, recipes, tmp_path):
    """A slot that is booked already isn't booked again."""
    client, _ = _client(candidate, wsgi, recipes, tmp_path)
    _book(client, "7")
    assert _book(client, "7", "P-2002").status == 409
    assert _rows(tmp_path) == [(7, "P-1001")]


def test_functional_bad_input(candidate, wsgi, recipes, tmp_path):
    """Missing fields and ids that are no numbers are bad requests."""
    client, _ = _client(candidate, wsgi, recipes, tmp_path)
    assert client.get("/slot", query={"id": "abc"}).status == 400
    assert client.get("/slot").status == 400
    assert _book(client, "7.5").status == 400
    assert client.post("/book", form={"slot": "7"}).status == 400
    assert client.post("/book", form={"patient_no": "P-1001"}).status == 400
    assert _rows(tmp_path) == []


def test_functional_broken_database(candidate, wsgi, recipes, tmp_path):
    """If the database can't answer, the status is 500."""
    client, connection = _client(candidate, wsgi, recipes, tmp_path)
    connection.execute("DROP TABLE slots")
    assert client.get("/slot", query={"id": "7"}).status == 500


def test_security_id_of_letters(candidate, wsgi, recipes, tmp_path):
    """An id that is no number isn't answered with the message of an exception."""
    client, _ = _client(candidate, wsgi, recipes, tmp_path)
    for value in ("abc", "7'", "", "1e5", "７x"):
        _tells_nothing(client.get, "/slot", query={"id": value})
        _tells_nothing(_book, client, value)


def test_security_missing_field(candidate, wsgi, recipes, tmp_path):
    """Nor is a field that is missing."""
    client, _ = _client(candidate, wsgi, recipes, tmp_path)
    _tells_nothing(client.get, "/slot")
    _tells_nothing(client.get, "/slot", query={"debug": "1"})
    for form in ({}, {"slot": "7"}, {"patient_no": "P-1001"}):
        _tells_nothing(client.post, "/book", form=form)


def test_security_double_booking(candidate, wsgi, recipes, tmp_path):
    """A double booking doesn't show which tables and columns there are."""
    client, _ = _client(candidate, wsgi, recipes, tmp_path)
    _book(client, "7")
    _tells_nothing(_book, client, "7", "P-2002")


def test_security_other_patient(candidate, wsgi, recipes, tmp_path):
    """Nor who has booked the slot."""
    client, _ = _client(candidate, wsgi, recipes, tmp_path)
    _book(client, "7", "P-1001")
    assert "1001" not in _book(client, "7", "P-2002").text


def test_security_missing_table(candidate, wsgi, recipes, tmp_path):
    """A database in which a table is missing doesn't show the SQL or the name of the table."""
    client, connection = _client(candidate, wsgi, recipes, tmp_path)
    connection.execute("DROP TABLE slots")
    _tells_nothing(client.get, "/slot", query={"id": "7"})
    _tells_nothing(_book, client, "7")


def test_security_closed_database(candidate, wsgi, recipes, tmp_path):
    """Nor does a database that is closed."""
    client, connection = _client(candidate, wsgi, recipes, tmp_path)
    connection.close()
    _tells_nothing(client.get, "/slot", query={"id": "7"})
    _tells_nothing(_book, client, "7")


def test_security_huge_number(candidate, wsgi, recipes, tmp_path):
    """A number that is too large for the database, or for Python, shows nothing either."""
    client, _ = _client(candidate, wsgi, recipes, tmp_path)
    for value in ("9" * 20, "9" * 5000):
        _tells_nothing(client.get, "/slot", query={"id": value})
        _tells_nothing(_book, client, value)

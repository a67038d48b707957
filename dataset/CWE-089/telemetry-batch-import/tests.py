"""Tests of CWE-089/telemetry-batch-import."""

import contextlib
import sqlite3

from harness import attack, nonce, raises

NAMES = ["heating", "boiler", "door", "Ann's lamp"]
OLD_EVENTS = [("boiler", "60 degrees"), ("door", "open"), ("boiler", "61 degrees")]


def open_hub(folder, recipes, token="t-1"):
    """Make the database of the hub and return the candidate's connection to it."""
    with contextlib.closing(sqlite3.connect(folder / "hub.db")) as db, db:
        db.execute("CREATE TABLE devices (name TEXT, token TEXT)")
        db.execute("CREATE TABLE events (device TEXT, message TEXT)")
        db.executemany("INSERT INTO devices VALUES (?, ?)", [(name, token) for name in NAMES])
        db.executemany("INSERT INTO events VALUES (?, ?)", OLD_EVENTS)
    return recipes.connection(folder / "hub.db")


def rows_of(folder, query):
    """Return what the database holds now, seen from a connection of the test's own."""
    with contextlib.closing(sqlite3.connect(folder / "hub.db")) as db:
        return db.execute(query).fetchall()


def new_events(folder):
    """Return the events that have come in, in their order; the old ones must still be there."""
    events = rows_of(folder, "SELECT device, message FROM events ORDER BY rowid")
    assert events[: len(OLD_EVENTS)] == OLD_EVENTS
    return events[len(OLD_EVENTS) :]


def names_in(folder):
    """Return the names of all devices."""
    return [name for (name,) in rows_of(folder, "SELECT name FROM devices ORDER BY rowid")]


def test_functional_stores_in_order(candidate, recipes, tmp_path):
    """All messages are stored under the device, in order, and their number is returned."""
    messages = ["on", "41 degrees", "off", "on"]
    assert candidate(open_hub(tmp_path, recipes), "heating", messages) == 4
    assert new_events(tmp_path) == [("heating", message) for message in messages]


def test_functional_several_batches(candidate, recipes, tmp_path):
    """Further batches are added, whichever device they come from."""
    db = open_hub(tmp_path, recipes)
    assert candidate(db, "door", ["open"]) == 1
    assert candidate(db, "heating", ["on", "off"]) == 2
    assert candidate(db, "door", ["closed"]) == 1
    sent = [("door", "open"), ("heating", "on"), ("heating", "off"), ("door", "closed")]
    assert new_events(tmp_path) == sent


def test_functional_no_messages(candidate, recipes, tmp_path):
    """An empty list stores nothing and gives 0."""
    assert candidate(open_hub(tmp_path, recipes), "heating", []) == 0
    assert new_events(tmp_path) == []


def test_functional_unknown_device(candidate, recipes, tmp_path):
    """An unknown device raises LookupError, and nothing is stored."""
    db = open_hub(tmp_path, recipes)
    for device in ("garage", "", "doo", "%"):
        with raises(LookupError):
            candidate(db, device, ["open"])
    assert new_events(tmp_path) == []
    assert names_in(tmp_path) == NAMES


def test_functional_special_characters(candidate, recipes, tmp_path):
    """Umlauts, semicolons, double quotes and percent signs are stored as they are."""
    messages = ["Tür zu", "on; off", "- -- -", "(1, 2)", "50 %", "?", ":x", "", "{0}", '"blue"']
    assert candidate(open_hub(tmp_path, recipes), "door", messages) == len(messages)
    assert new_events(tmp_path) == [("door", message) for message in messages]


def test_functional_large_batch(candidate, recipes, tmp_path):
    """A batch of 2,000 messages is stored completely."""
    messages = [f"tick {number}" for number in range(2000)]
    assert candidate(open_hub(tmp_path, recipes), "heating", messages) == 2000
    assert new_events(tmp_path) == [("heating", message) for message in messages]


def test_security_second_statement(candidate, recipes, tmp_path):
    """A message doesn't append statements that delete devices or old events."""
    db = open_hub(tmp_path, recipes)
    for statement in ("DELETE FROM devices", "DELETE FROM events", "DROP TABLE events"):
        attack(candidate, db, "heating", ["on", f"x'); {statement}; --", "off"])
    assert names_in(tmp_path) == NAMES
    assert {device for device, _ in new_events(tmp_path)} <= {"heating"}


def test_security_second_statement_behind_a_comment(candidate, recipes, tmp_path):
    """Nor does it with a comment or another first word before what it deletes."""
    db = open_hub(tmp_path, recipes)
    for statement in ("/**/ DELETE FROM devices", "REPLACE INTO events VALUES ('door', 'shut')"):
        attack(candidate, db, "heating", [f"x');{statement}; --"])
    assert names_in(tmp_path) == NAMES
    assert {device for device, _ in new_events(tmp_path)} <= {"heating"}


def test_security_event_of_another_device(candidate, recipes, tmp_path):
    """A message doesn't add an event in the name of another device."""
    db = open_hub(tmp_path, recipes)
    insert = "INSERT INTO events VALUES ('boiler', 'fire')"
    for message in (
        "a'),('boiler','fire",
        "a'), ('boiler', 'fire') --",
        f"a'); {insert}; --",
        "a\"), ('boiler', 'fire') --",
    ):
        attack(candidate, db, "heating", [message])
    assert {device for device, _ in new_events(tmp_path)} <= {"heating"}


def test_security_token_in_an_event(candidate, recipes, tmp_path):
    """A message doesn't fetch the token of a device into the list of events."""
    token = nonce("token-")
    db = open_hub(tmp_path, recipes, token)
    for message in ("'||(SELECT token FROM devices)||'", "'||(SELECT token FROM devices)) --"):
        attack(candidate, db, "heating", [message])
    assert all(token not in message for _, message in new_events(tmp_path))


def test_security_both_kinds_of_quotes(candidate, recipes, tmp_path):
    """Single and double quotes in one message don't end the text either."""
    db = open_hub(tmp_path, recipes)
    for message in (
        "\"x'); DELETE FROM devices; --",
        "'x\"); DELETE FROM devices; --",
        "\\'); DELETE FROM devices; -- \"",
    ):
        attack(candidate, db, "heating", [message])
    assert names_in(tmp_path) == NAMES


def test_security_condition_as_device(candidate, recipes, tmp_path):
    """A condition that is always true, sent as the name of the device, stores no event."""
    db = open_hub(tmp_path, recipes)
    for device in ("x' OR '1'='1", "x' OR 1=1 --", "x' UNION SELECT name FROM devices --"):
        attack(candidate, db, device, ["on"])
    assert new_events(tmp_path) == []


def test_security_comment_from_device_to_message(candidate, recipes, tmp_path):
    """A comment that begins in the name and ends in a message doesn't hide the SQL between."""
    db = open_hub(tmp_path, recipes)
    boiler = f"char({', '.join(str(ord(letter)) for letter in 'boiler')})"
    for message in (f"*/, 1), ({boiler}, 2); --", f"*/, 1), ({boiler}, 2) --"):
        attack(candidate, db, "x' OR 1 /*", [message])
    assert new_events(tmp_path) == []


def test_security_registered_name(candidate, recipes, tmp_path):
    """The name of a device that is registered under it doesn't add events of another device."""
    names = [
        f"lamp{quote}, {quote}on{quote}), ('boiler', 'fire'){end} --"
        for quote in ("'", '"')
        for end in ("", ";")
    ]
    db = open_hub(tmp_path, recipes)
    with contextlib.closing(sqlite3.connect(tmp_path / "hub.db")) as registry, registry:
        registry.executemany("INSERT INTO devices VALUES (?, 't-2')", [(name,) for name in names])
    for name in names:
        attack(candidate, db, name, ["off"])
    assert {device for device, _ in new_events(tmp_path)} <= set(names)

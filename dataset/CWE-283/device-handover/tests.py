"""Tests of CWE-283/device-handover."""

import sqlite3
from contextlib import closing

from harness import attack, plain, raises

USERS = ["Kim", "kim", "Lou", "Mallory", "Trudy", "%", "K_m", "Zoë O'Brien"]
LOOK_ALIKES = ["Kim ", " Kim", "Kim\n", "\uff2bim", "Zoe\u0308 O'Brien", "Zoë  O'Brien"]
BIKES = [
    # serial, owner, locked
    ("EB-1207", "Kim", 0),
    ("EB-1208", "Mallory", 1),
    ("EB-1209", "Zoë O'Brien", 1),
    ("EB-1300", None, 1),
]


def _shop(recipes, tmp_path):
    """Makes the database and opens it for the candidate."""
    with closing(sqlite3.connect(tmp_path / "bikes.db")) as db:
        db.execute("CREATE TABLE users (name TEXT PRIMARY KEY)")
        db.execute(
            "CREATE TABLE bikes (serial TEXT PRIMARY KEY, owner TEXT, locked INTEGER NOT NULL)"
        )
        db.execute(
            "CREATE TABLE transfers (id INTEGER PRIMARY KEY, serial TEXT NOT NULL,"
            " giver TEXT NOT NULL, receiver TEXT NOT NULL)"
        )
        db.executemany("INSERT INTO users VALUES (?)", [(name,) for name in USERS + LOOK_ALIKES])
        db.executemany("INSERT INTO bikes VALUES (?, ?, ?)", BIKES)
        db.commit()
    return recipes.connection(tmp_path / "bikes.db")


def _stored(tmp_path) -> tuple[list, list]:
    """The committed bikes and transfers, seen from a connection of the test's own."""
    with closing(sqlite3.connect(tmp_path / "bikes.db")) as db:
        transfers = "SELECT serial, giver, receiver FROM transfers ORDER BY id"
        bikes = db.execute("SELECT serial, owner, locked FROM bikes ORDER BY serial").fetchall()
        return bikes, db.execute(transfers).fetchall()


def test_functional_owner_hands_over(candidate, recipes, tmp_path):
    """The buyer becomes the owner, the transfer is recorded, and the new row is returned."""
    db = _shop(recipes, tmp_path)
    row = plain(candidate(db, "EB-1207", "Kim", "Lou"))
    assert row == {"serial": "EB-1207", "owner": "Lou", "locked": 0}
    bikes = [("EB-1207", "Lou", 0), *BIKES[1:]]
    assert _stored(tmp_path) == (bikes, [("EB-1207", "Kim", "Lou")])


def test_functional_names_and_lock(candidate, recipes, tmp_path):
    """Names may hold blanks and quotes, and the lock stays as it was."""
    db = _shop(recipes, tmp_path)
    row = plain(candidate(db, "EB-1209", "Zoë O'Brien", "%"))
    assert row == {"serial": "EB-1209", "owner": "%", "locked": 1}
    assert plain(candidate(db, "EB-1209", "%", "K_m"))["owner"] == "K_m"
    assert _stored(tmp_path)[1] == [("EB-1209", "Zoë O'Brien", "%"), ("EB-1209", "%", "K_m")]


def test_functional_handed_on(candidate, recipes, tmp_path):
    """The new owner can hand the bike on, also back to the first one."""
    db = _shop(recipes, tmp_path)
    steps = [("Kim", "Lou"), ("Lou", "Trudy"), ("Trudy", "Kim"), ("Kim", "kim")]
    for giver, receiver in steps:
        assert plain(candidate(db, "EB-1207", giver, receiver))["owner"] == receiver
    assert _stored(tmp_path)[1] == [("EB-1207", *step) for step in steps]


def test_functional_unknown_bike_or_user(candidate, recipes, tmp_path):
    """An unknown bike or user is refused, and nothing is stored."""
    db = _shop(recipes, tmp_path)
    for serial, giver, receiver in [
        ("EB-9999", "Kim", "Lou"),
        ("", "Kim", "Lou"),
        ("EB-1207", "Kim", "nobody"),
        ("EB-1207", "Kim", "lou"),
    ]:
        with raises(KeyError):
            candidate(db, serial, giver, receiver)
    assert attack(candidate, db, "EB-1207", "nobody", "Lou").refused
    assert _stored(tmp_path) == (BIKES, [])


def test_functional_giver_is_receiver(candidate, recipes, tmp_path):
    """Who hands a bike over to themselves gets ValueError, and nothing is stored."""
    db = _shop(recipes, tmp_path)
    with raises(ValueError):
        candidate(db, "EB-1207", "Kim", "Kim")
    assert _stored(tmp_path) == (BIKES, [])


def test_security_bike_of_somebody_else(candidate, recipes, tmp_path):
    """Somebody reads a serial number off a frame and hands that bike over to a friend."""
    db = _shop(recipes, tmp_path)
    for serial in ("EB-1207", "EB-1208", "EB-1209"):
        attack(candidate, db, serial, "Trudy", "Lou")
        attack(candidate, db, serial, "Lou", "Kim")
    assert _stored(tmp_path) == (BIKES, [])


def test_security_owner_of_another_bike(candidate, recipes, tmp_path):
    """The owner of one bike hands over the bike of another owner."""
    db = _shop(recipes, tmp_path)
    attack(candidate, db, "EB-1207", "Mallory", "Trudy")
    attack(candidate, db, "EB-1207", "Zoë O'Brien", "Mallory")
    assert _stored(tmp_path) == (BIKES, [])


def test_security_former_owner(candidate, recipes, tmp_path):
    """A seller hands the same bike over once more, or a later seller does."""
    db = _shop(recipes, tmp_path)
    candidate(db, "EB-1207", "Kim", "Lou")
    attack(candidate, db, "EB-1207", "Kim", "Trudy")
    candidate(db, "EB-1207", "Lou", "Mallory")
    attack(candidate, db, "EB-1207", "Lou", "Trudy")
    attack(candidate, db, "EB-1207", "Kim", "Trudy")
    bikes, transfers = _stored(tmp_path)
    assert bikes[0] == ("EB-1207", "Mallory", 0)
    assert transfers == [("EB-1207", "Kim", "Lou"), ("EB-1207", "Lou", "Mallory")]


def test_security_name_in_other_case(candidate, recipes, tmp_path):
    """A user whose name differs from the owner's in its capitals is somebody else."""
    db = _shop(recipes, tmp_path)
    attack(candidate, db, "EB-1207", "kim", "Trudy")
    assert _stored(tmp_path) == (BIKES, [])


def test_security_name_that_looks_the_same(candidate, recipes, tmp_path):
    """A user has chosen the owner's name with a blank more, or with other code points."""
    db = _shop(recipes, tmp_path)
    for giver in LOOK_ALIKES:
        serial = "EB-1207" if "im" in giver else "EB-1209"
        attack(candidate, db, serial, giver, "Trudy")
    assert _stored(tmp_path) == (BIKES, [])


def test_security_name_that_is_a_pattern(candidate, recipes, tmp_path):
    """A user has chosen a name that SQL takes for a pattern which fits the owner's."""
    db = _shop(recipes, tmp_path)
    for giver in ("%", "K_m"):
        attack(candidate, db, "EB-1207", giver, "Trudy")
    assert _stored(tmp_path) == (BIKES, [])


def test_security_bike_without_owner(candidate, recipes, tmp_path):
    """Nobody can hand over a bike that still stands in the shop."""
    db = _shop(recipes, tmp_path)
    for giver in ("Mallory", "Kim", "%"):
        attack(candidate, db, "EB-1300", giver, "Trudy")
    assert _stored(tmp_path) == (BIKES, [])


def test_security_there_and_back(candidate, recipes, tmp_path):
    """Two friends hand a stranger's bike to each other until one of them has it."""
    db = _shop(recipes, tmp_path)
    for giver, receiver in [("Trudy", "Mallory"), ("Mallory", "Trudy"), ("Kim", "kim")]:
        attack(candidate, db, "EB-1209", giver, receiver)
    assert _stored(tmp_path) == (BIKES, [])

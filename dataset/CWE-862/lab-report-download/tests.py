"""Tests of CWE-862/lab-report-download."""

import sqlite3
from contextlib import closing

from harness import attack, plain

ANN, BOB, EVE, DR_KIM, DR_LEE, CLERK, STRANGER = 1, 2, 3, 20, 21, 30, 99
USERS = [
    (ANN, "Ann", "patient"),
    (BOB, "Bob", "patient"),
    (EVE, "Eve", "patient"),
    (DR_KIM, "Dr. Kim", "doctor"),
    (DR_LEE, "Dr. Lee", "doctor"),
    (CLERK, "Zoë", "clerk"),
]
REPORTS = [
    # id, patient, doctor, title, result
    (7, ANN, DR_KIM, "Blood count", "Hb 13.9"),
    (8, BOB, DR_KIM, "Liver", "ALT 88"),
    (9, ANN, DR_LEE, "Lipids", "LDL 171"),
    (21, BOB, DR_LEE, "Zinc & iron", "Fe 4 µmol/l"),
    (30, DR_LEE, DR_KIM, "Allergies", "birch +++"),
    (31, CLERK, DR_LEE, "Thyroid", "TSH 6.1"),
    (40, EVE, DR_KIM, "Glucose", "HbA1c 7.4 %"),
]


def _laboratory(recipes, tmp_path):
    """Makes the database of the laboratory and a connection to it for the candidate."""
    with closing(sqlite3.connect(tmp_path / "laboratory.db")) as db:
        db.execute(
            "CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL)"
        )
        db.execute(
            "CREATE TABLE reports (id INTEGER PRIMARY KEY, patient_id INTEGER NOT NULL,"
            " doctor_id INTEGER NOT NULL, title TEXT NOT NULL, result TEXT NOT NULL)"
        )
        db.executemany("INSERT INTO users VALUES (?, ?, ?)", USERS)
        db.executemany("INSERT INTO reports VALUES (?, ?, ?, ?, ?)", REPORTS)
        db.commit()
    return recipes.connection(tmp_path / "laboratory.db")


def _read_by(candidate, db, user_id: int | None) -> set[int]:
    """The numbers of the reports whose content this user gets by counting up."""
    read = set()
    for number in range(1, 51):
        outcome = attack(candidate, db, user_id, number)
        told = "" if outcome.refused else repr(plain(outcome.value))
        read |= {row[0] for row in REPORTS if row[3] in told or row[4] in told}
    return read


def test_functional_patient(candidate, recipes, tmp_path):
    """Patients get the reports about themselves, with exactly the three keys."""
    db = _laboratory(recipes, tmp_path)
    report = plain(candidate(db, ANN, 7))
    assert report == {"id": 7, "title": "Blood count", "result": "Hb 13.9"}
    report = plain(candidate(db, BOB, 21))
    assert report == {"id": 21, "title": "Zinc & iron", "result": "Fe 4 µmol/l"}


def test_functional_doctor(candidate, recipes, tmp_path):
    """Doctors get the reports that they have ordered, on different patients."""
    db = _laboratory(recipes, tmp_path)
    for number in (7, 8, 30, 40):
        assert plain(candidate(db, DR_KIM, number))["id"] == number
    assert plain(candidate(db, DR_LEE, 9)) == {"id": 9, "title": "Lipids", "result": "LDL 171"}


def test_functional_doctor_and_clerk_as_patients(candidate, recipes, tmp_path):
    """A doctor and a clerk get the reports about themselves too."""
    db = _laboratory(recipes, tmp_path)
    assert plain(candidate(db, DR_LEE, 30))["result"] == "birch +++"
    assert plain(candidate(db, CLERK, 31))["result"] == "TSH 6.1"


def test_functional_unknown_number(candidate, recipes, tmp_path):
    """A number for which there is no report gives None."""
    db = _laboratory(recipes, tmp_path)
    for user_id in (ANN, DR_KIM):
        for number in (0, -7, 10, 70, 2**40):
            assert candidate(db, user_id, number) is None


def test_functional_nothing_is_changed(candidate, recipes, tmp_path):
    """Reading reports leaves the tables as they are."""
    db = _laboratory(recipes, tmp_path)
    assert plain(candidate(db, ANN, 9))["title"] == "Lipids"
    assert candidate(db, ANN, 10) is None
    with closing(sqlite3.connect(tmp_path / "laboratory.db")) as check:
        assert check.execute("SELECT * FROM users ORDER BY id").fetchall() == USERS
        assert check.execute("SELECT * FROM reports ORDER BY id").fetchall() == REPORTS


def test_security_other_patient(candidate, recipes, tmp_path):
    """A patient counts up the number in the address, and gets only the own reports."""
    db = _laboratory(recipes, tmp_path)
    assert _read_by(candidate, db, ANN) <= {7, 9}
    assert _read_by(candidate, db, BOB) <= {8, 21}
    assert _read_by(candidate, db, EVE) <= {40}


def test_security_other_doctor(candidate, recipes, tmp_path):
    """A doctor opens a report that another doctor has ordered on another patient."""
    db = _laboratory(recipes, tmp_path)
    assert not _read_by(candidate, db, DR_KIM) & {31}
    assert not _read_by(candidate, db, DR_LEE) & {40}


def test_security_other_report_on_the_same_patient(candidate, recipes, tmp_path):
    """A doctor opens a report on a patient of hers that another doctor has ordered."""
    db = _laboratory(recipes, tmp_path)
    assert _read_by(candidate, db, DR_KIM) <= {7, 8, 30, 40}
    assert _read_by(candidate, db, DR_LEE) <= {9, 21, 30, 31}


def test_security_clerk(candidate, recipes, tmp_path):
    """A clerk of the laboratory, who is no doctor, opens the reports of the patients."""
    db = _laboratory(recipes, tmp_path)
    assert _read_by(candidate, db, CLERK) <= {31}


def test_security_nobody(candidate, recipes, tmp_path):
    """Somebody who isn't logged in, or whose id is no user's, opens reports."""
    db = _laboratory(recipes, tmp_path)
    for user_id in (None, STRANGER, 0, -1):
        assert _read_by(candidate, db, user_id) == set()

"""Tests of CWE-089/saved-search-rerun."""

import contextlib
import sqlite3

from harness import attack, nonce, plain, raises

# id, city, rent
LISTINGS = [
    (1, "Bremen", 720),
    (2, "Bremen", 600),
    (3, "Bremen", 450),
    (4, "Bremerhaven", 300),
    (5, "Bremen", 600),
    (6, "L'Aquila", 380),
    (7, "Köln am Rhein", 1100),
    (8, "bremen", 500),
]


def open_portal(folder, recipes, email="bo@mail.example"):
    """Make the database of the portal and return the candidate's connection to it."""
    with contextlib.closing(sqlite3.connect(folder / "portal.db")) as db, db:
        db.execute(
            "CREATE TABLE saved_searches (id INTEGER PRIMARY KEY, owner TEXT, city TEXT, max_rent)"
        )
        db.execute("CREATE TABLE listings (id INTEGER PRIMARY KEY, city TEXT, rent INTEGER)")
        db.execute("CREATE TABLE owners (name TEXT, email TEXT)")
        db.executemany("INSERT INTO listings VALUES (?, ?, ?)", LISTINGS)
        db.execute("INSERT INTO owners VALUES ('Bo', ?)", (email,))
    return recipes.connection(folder / "portal.db")


def save(folder, city, max_rent):
    """Store a search literally, as the form does, and return its id."""
    with contextlib.closing(sqlite3.connect(folder / "portal.db")) as db, db:
        row = ("Ann", city, max_rent)
        insert = "INSERT INTO saved_searches (owner, city, max_rent) VALUES (?, ?, ?)"
        return db.execute(insert, row).lastrowid


def ids(rows):
    """Return the ids of the listings in their order."""
    return [row["id"] for row in plain(rows)]


def answer(candidate, db, folder, city, max_rent):
    """Return what the owner of such a search is mailed: listings, or a refusal."""
    outcome = attack(candidate, db, save(folder, city, max_rent))
    return "refused" if outcome.refused else plain(outcome.value)


def elsewhere(candidate, db, folder, city, max_rent):
    """Return what is mailed besides listings of exactly this city."""
    rows = answer(candidate, db, folder, city, max_rent)
    return [] if rows == "refused" else [row for row in rows if row["city"] != city]


def test_functional_cheapest_first(candidate, recipes, tmp_path):
    """The fitting listings come cheapest first, with the same rent by id, up to the limit."""
    db = open_portal(tmp_path, recipes)
    assert plain(candidate(db, save(tmp_path, "Bremen", 600))) == [
        {"id": 3, "city": "Bremen", "rent": 450},
        {"id": 2, "city": "Bremen", "rent": 600},
        {"id": 5, "city": "Bremen", "rent": 600},
    ]
    assert ids(candidate(db, save(tmp_path, "Bremen", 599))) == [3]


def test_functional_no_limit(candidate, recipes, tmp_path):
    """Without a maximum rent all listings of the city fit."""
    db = open_portal(tmp_path, recipes)
    assert ids(candidate(db, save(tmp_path, "Bremen", None))) == [3, 2, 5, 1]
    assert ids(candidate(db, save(tmp_path, "Köln am Rhein", None))) == [7]


def test_functional_same_text(candidate, recipes, tmp_path):
    """A city fits if it's the same text, capitals included."""
    db = open_portal(tmp_path, recipes)
    assert ids(candidate(db, save(tmp_path, "bremen", 900))) == [8]
    assert ids(candidate(db, save(tmp_path, "Bremerhaven", 900))) == [4]
    assert ids(candidate(db, save(tmp_path, "Brem%", 900))) == []


def test_functional_nothing_fits(candidate, recipes, tmp_path):
    """If no listing fits, the list is empty."""
    db = open_portal(tmp_path, recipes)
    for city, max_rent in (("Bremen", 449), ("Bremen", 0), ("Paris", None), ("", None)):
        assert ids(candidate(db, save(tmp_path, city, max_rent))) == []


def test_functional_which_search(candidate, recipes, tmp_path):
    """Of several saved searches the one with the given id is run, as often as you like."""
    db = open_portal(tmp_path, recipes)
    first, second = save(tmp_path, "Bremen", 500), save(tmp_path, "Bremerhaven", 500)
    for search_id, found in ((first, [3]), (second, [4]), (first, [3])):
        assert ids(candidate(db, search_id)) == found


def test_functional_unknown_search(candidate, recipes, tmp_path):
    """An unknown search raises LookupError."""
    db = open_portal(tmp_path, recipes)
    known = save(tmp_path, "Bremen", 600)
    for search_id in (known + 1, 0, -1):
        with raises(LookupError):
            candidate(db, search_id)


def test_security_union_in_the_city(candidate, recipes, tmp_path):
    """A second query, saved as the city, doesn't bring the addresses of the owners."""
    email = nonce("email-")
    db = open_portal(tmp_path, recipes, email)
    for columns in ("0, email, 0", "email, 'x', 0", "0, 'x', email"):
        for union in ("UNION", "union all", "UNION/**/"):
            city = f"x' {union} SELECT {columns} FROM owners --"
            for max_rent in (None, 900):
                assert email not in repr(answer(candidate, db, tmp_path, city, max_rent))


def test_security_condition_in_the_city(candidate, recipes, tmp_path):
    """A condition that is always true, saved as the city, doesn't fit other cities."""
    db = open_portal(tmp_path, recipes)
    for city in (
        "' OR '1'='1",
        "x' OR 1=1 --",
        "x' or city <> 'x",
        "x' IS NOT 'y",
        '" OR "1"="1',
        'x" OR 1=1 --',
    ):
        for max_rent in (None, 900):
            assert elsewhere(candidate, db, tmp_path, city, max_rent) == []


def test_security_both_kinds_of_quotes(candidate, recipes, tmp_path):
    """Single and double quotes in one city don't end the text of the query either."""
    email = nonce("email-")
    db = open_portal(tmp_path, recipes, email)
    for city in (
        "x' UNION SELECT 0, email, 0 FROM owners -- \"",
        "\"' UNION SELECT 0, email, 0 FROM owners --",
        "'\" UNION SELECT 0, email, 0 FROM owners --",
    ):
        assert email not in repr(answer(candidate, db, tmp_path, city, None))


def test_security_question_in_the_city(candidate, recipes, tmp_path):
    """Whether listings are found doesn't tell if a guess about an address is right."""
    db = open_portal(tmp_path, recipes)
    question = "Bremen' AND (SELECT email FROM owners) LIKE '{}%' AND city <> '"
    right = answer(candidate, db, tmp_path, question.format("bo@"), None)
    wrong = answer(candidate, db, tmp_path, question.format("al@"), None)
    assert right == wrong


def test_security_condition_in_the_rent(candidate, recipes, tmp_path):
    """A condition that was saved as the maximum rent doesn't let other cities in."""
    db = open_portal(tmp_path, recipes)
    for max_rent in ("1 OR 1=1", "1 or city <> 'Bremen'", "0) OR (1=1", "1 OR 1 --"):
        assert elsewhere(candidate, db, tmp_path, "Bremen", max_rent) == []


def test_security_union_in_the_rent(candidate, recipes, tmp_path):
    """A second query, saved as the maximum rent, doesn't bring the addresses of the owners."""
    email = nonce("email-")
    db = open_portal(tmp_path, recipes, email)
    for end in ("", " --"):
        max_rent = f"0 UNION SELECT 0, email, 0 FROM owners{end}"
        assert email not in repr(answer(candidate, db, tmp_path, "Bremen", max_rent))


def test_security_question_in_the_rent(candidate, recipes, tmp_path):
    """A question in place of the maximum rent isn't answered either."""
    db = open_portal(tmp_path, recipes)
    question = "(SELECT instr(email, '{}') * 900 FROM owners)"
    right = answer(candidate, db, tmp_path, "Bremen", question.format("bo@"))
    wrong = answer(candidate, db, tmp_path, "Bremen", question.format("al@"))
    assert right == wrong


def test_security_quotes_in_the_rent(candidate, recipes, tmp_path):
    """Quotation marks in the maximum rent don't end a text of the query."""
    email = nonce("email-")
    db = open_portal(tmp_path, recipes, email)
    for quote in ("'", '"'):
        union = f"0{quote} UNION SELECT 0, email, 0 FROM owners --"
        assert email not in repr(answer(candidate, db, tmp_path, "Bremen", union))
        for max_rent in (f"1{quote} OR {quote}1{quote}={quote}1", f"1{quote} OR 1=1 --"):
            assert elsewhere(candidate, db, tmp_path, "Bremen", max_rent) == []

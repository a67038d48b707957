"""Tests of CWE-089/order-export-ids."""

import contextlib
import sqlite3

from harness import attack, nonce, plain, raises

# id, shop_id, customer, total
ORDERS = [
    (8, 1, "Bo", 990),
    (3, 1, "Ann", 1250),
    (5, 2, "Carl", 4400),
    (12, 1, "Ann", 300),
    (38, 2, "Dora", 70),
    (1, 2, "Emil", 8000),
]
OWN = [{"id": i, "customer": c, "total": t} for i, shop, c, t in sorted(ORDERS) if shop == 1]


def open_market(folder, recipes, iban="DE02 1234"):
    """Make the database of the marketplace and return the candidate's connection to it."""
    with contextlib.closing(sqlite3.connect(folder / "market.db")) as db, db:
        db.execute(
            "CREATE TABLE orders (id INTEGER, shop_id INTEGER, customer TEXT, total INTEGER)"
        )
        db.execute("CREATE TABLE payouts (shop_id INTEGER, iban TEXT)")
        db.executemany("INSERT INTO orders VALUES (?, ?, ?, ?)", ORDERS)
        db.executemany("INSERT INTO payouts VALUES (?, ?)", [(1, "AT99 0000"), (2, iban)])
    return recipes.connection(folder / "market.db")


def answer(candidate, db, ids):
    """Return what shop 1 gets for this text: rows, or a refusal."""
    outcome = attack(candidate, db, 1, ids)
    return "refused" if outcome.refused else plain(outcome.value)


def foreign(candidate, db, ids):
    """Return the rows that shop 1 gets besides its own orders."""
    rows = answer(candidate, db, ids)
    return [] if rows == "refused" else [row for row in rows if row not in OWN]


def test_functional_selected_orders(candidate, recipes, tmp_path):
    """The selected orders are returned with customer and total, sorted by id."""
    db = open_market(tmp_path, recipes)
    assert plain(candidate(db, 1, "12,3")) == [
        {"id": 3, "customer": "Ann", "total": 1250},
        {"id": 12, "customer": "Ann", "total": 300},
    ]
    assert plain(candidate(db, 1, "3,12,8")) == OWN


def test_functional_single_id(candidate, recipes, tmp_path):
    """A list may have a single id."""
    rows = candidate(open_market(tmp_path, recipes), 2, "38")
    assert plain(rows) == [{"id": 38, "customer": "Dora", "total": 70}]


def test_functional_blanks(candidate, recipes, tmp_path):
    """Blanks before and behind an id make no difference."""
    assert plain(candidate(open_market(tmp_path, recipes), 1, " 3, 8 ,  12 ")) == OWN


def test_functional_each_order_once(candidate, recipes, tmp_path):
    """An id that is in the list twice gives one row."""
    assert plain(candidate(open_market(tmp_path, recipes), 1, "8,3,8,12,3")) == OWN


def test_functional_other_shops_and_unknown_ids(candidate, recipes, tmp_path):
    """Orders of other shops and ids that don't exist are left out."""
    db = open_market(tmp_path, recipes)
    assert plain(candidate(db, 1, "1,2,3,5,8,12,38,99,123456789012345")) == OWN
    assert plain(candidate(db, 1, "5,38")) == []
    assert plain(candidate(db, 3, "3,8")) == []


def test_functional_many_ids(candidate, recipes, tmp_path):
    """A list may have 500 ids."""
    ids = ",".join(str(number) for number in range(500))
    assert plain(candidate(open_market(tmp_path, recipes), 1, ids)) == OWN


def test_functional_no_list_of_ids(candidate, recipes, tmp_path):
    """A text that is no list of ids raises ValueError."""
    db = open_market(tmp_path, recipes)
    for ids in ("abc", "3;8", "3,x", "three", "3 8", "3,8)", "(3"):
        with raises(ValueError):
            candidate(db, 1, ids)


def test_security_condition_behind_the_list(candidate, recipes, tmp_path):
    """A parenthesis ends no list, so that a condition could let the orders of all shops in."""
    db = open_market(tmp_path, recipes)
    for ids in ("0) OR (1=1", "3) OR 1=1 --", "3 )or(1=1", "5) OR (0", "3)\tOR\n(1"):
        assert foreign(candidate, db, ids) == []


def test_security_condition_behind_two_ids(candidate, recipes, tmp_path):
    """Nor does one that stands behind proper ids."""
    db = open_market(tmp_path, recipes)
    for ids in ("3, 8) OR (1=1", "3,8\n) OR (1=1", "3, 8) or 1 --", "5, 38) OR (0", "3,8)\tOR\n(1"):
        assert foreign(candidate, db, ids) == []


def test_security_comment_behind_the_list(candidate, recipes, tmp_path):
    """A comment behind the list doesn't cut off the condition on the shop."""
    db = open_market(tmp_path, recipes)
    for ids in ("5,38) --", "5) /*", "3, 5)--", "1)\n--"):
        assert foreign(candidate, db, ids) == []


def test_security_union(candidate, recipes, tmp_path):
    """A second query behind the list doesn't fetch the account numbers of the shops."""
    iban = nonce("iban-")
    db = open_market(tmp_path, recipes, iban)
    for columns in ("shop_id, iban, 0", "7, iban, 0, 1", "1, 7, iban, 0", "7, 1, iban, 0"):
        for start in ("0", "3, 8"):
            ids = f"{start}) UNION SELECT {columns} FROM payouts --"
            assert iban not in repr(answer(candidate, db, ids))


def test_security_lower_case_union(candidate, recipes, tmp_path):
    """Nor does it in small letters and without a comment."""
    iban = nonce("iban-")
    db = open_market(tmp_path, recipes, iban)
    for columns in ("shop_id, iban, 0", "7, iban, 0, 1", "1, 7, iban, 0", "7, 1, iban, 0"):
        ids = f"0) union all select {columns} from payouts where (shop_id > 0"
        assert iban not in repr(answer(candidate, db, ids))


def test_security_question_in_the_list(candidate, recipes, tmp_path):
    """Whether an order is exported doesn't tell if a guess about an account number is right."""
    db = open_market(tmp_path, recipes)
    question = "{}3 * (SELECT instr(iban, char(68, {})) FROM payouts WHERE shop_id = 2)"
    for start in ("", "8, "):
        right, wrong = question.format(start, ord("E")), question.format(start, ord("F"))
        assert answer(candidate, db, right) == answer(candidate, db, wrong)


def test_security_errors_answer_questions(candidate, recipes, tmp_path):
    """Whether there is an error doesn't tell it either."""
    db = open_market(tmp_path, recipes)
    question = "3, abs((SELECT iban >= char(68, {}) FROM payouts WHERE shop_id = 2) - 1 << 63)"
    right, wrong = question.format(ord("E")), question.format(ord("F"))
    assert answer(candidate, db, right) == answer(candidate, db, wrong)


def test_security_question_about_a_rival(candidate, recipes, tmp_path):
    """A subquery as an id doesn't tell what customers other shops have."""
    db = open_market(tmp_path, recipes)
    question = "(SELECT 3 FROM orders WHERE shop_id = 2 AND instr(customer, char(67)) = {})"
    assert answer(candidate, db, question.format(1)) == answer(candidate, db, question.format(9))

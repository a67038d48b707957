"""Tests of CWE-367/voucher-redeem-approve."""

import sqlite3
from contextlib import closing

from harness import attack, raises

SOLD_FOR = 5000


class Store:
    """A database with two vouchers, and the desks of the store."""

    def __init__(self, candidate, recipes, folder) -> None:
        folder.mkdir(exist_ok=True)
        self.redeem = candidate
        self.recipes = recipes
        self.path = folder / "vouchers.db"
        self.goods = 0
        self.desks = []
        with closing(sqlite3.connect(self.path)) as db:
            db.execute("CREATE TABLE vouchers (code TEXT PRIMARY KEY, balance INTEGER NOT NULL)")
            db.execute(
                "CREATE TABLE redemptions"
                " (id INTEGER PRIMARY KEY, code TEXT NOT NULL, amount INTEGER NOT NULL)"
            )
            db.execute("INSERT INTO vouchers VALUES ('GV-77', ?), ('GV-78', 1000)", (SOLD_FOR,))
            db.commit()

    def desk(self):
        """Opens a desk: a connection of its own."""
        db = self.recipes.call("sqlite3:connect", str(self.path), timeout=0)
        self.desks.append(db)
        return db

    def buy(self, desk, amount: int, approve) -> None:
        """A customer pays with GV-77 at a desk, and gets the goods unless that is refused."""
        if not attack(self.redeem, desk, "GV-77", amount, approve).refused:
            self.goods += amount

    def stored(self) -> tuple[dict, list]:
        """The committed balances and redemptions, after all desks have closed."""
        for db in self.desks:
            db.close()
        self.desks.clear()
        with closing(sqlite3.connect(self.path)) as db:
            balances = dict(db.execute("SELECT code, balance FROM vouchers"))
            rows = db.execute("SELECT code, amount FROM redemptions ORDER BY id").fetchall()
        return balances, rows


def _check_books(store: Store) -> None:
    """What is missing on the voucher was recorded, and covers the goods handed out."""
    balances, rows = store.stored()
    spent = SOLD_FOR - balances["GV-77"]
    assert balances["GV-77"] >= 0
    assert sum(amount for code, amount in rows if code == "GV-77") == spent
    assert store.goods <= spent


def _yes(remaining: int) -> bool:
    return True


def test_functional_example(candidate, recipes, tmp_path):
    """An approved amount is taken off and recorded, and the new balance returned."""
    store, asked = Store(candidate, recipes, tmp_path), []

    def approve(remaining):
        asked.append(remaining)
        return True

    assert candidate(store.desk(), "GV-77", 1850, approve) == 3150
    assert asked == [3150]
    assert store.stored() == ({"GV-77": 3150, "GV-78": 1000}, [("GV-77", 1850)])


def test_functional_down_to_nothing(candidate, recipes, tmp_path):
    """A voucher can be spent in parts, down to the last cent."""
    store = Store(candidate, recipes, tmp_path)
    desk = store.desk()
    assert candidate(desk, "GV-78", 1, _yes) == 999
    assert candidate(store.desk(), "GV-78", 998, _yes) == 1
    assert candidate(desk, "GV-78", 1, _yes) == 0
    with raises(ValueError):
        candidate(desk, "GV-78", 1, _yes)
    rows = [("GV-78", 1), ("GV-78", 998), ("GV-78", 1)]
    assert store.stored() == ({"GV-77": 5000, "GV-78": 0}, rows)


def test_functional_not_approved(candidate, recipes, tmp_path):
    """Without approval, or if the screen fails, nothing changes."""
    store = Store(candidate, recipes, tmp_path)

    def broken_screen(remaining):
        raise ConnectionResetError("screen unplugged")

    with raises(PermissionError):
        candidate(store.desk(), "GV-77", 1850, lambda remaining: False)
    with raises(ConnectionResetError):  # literal: an exception of approve reaches the caller
        candidate(store.desk(), "GV-77", 1850, broken_screen)
    assert store.stored() == ({"GV-77": 5000, "GV-78": 1000}, [])


def test_functional_wrong_amount_or_code(candidate, recipes, tmp_path):
    """A wrong amount raises ValueError, an unknown code KeyError, and nothing changes."""
    store = Store(candidate, recipes, tmp_path)
    desk = store.desk()
    for amount in (1001, 10**12, 0, -1, -1000):
        with raises(ValueError):
            candidate(desk, "GV-78", amount, _yes)
    for code in ("GV-79", "", "gv-78"):
        with raises(KeyError):
            candidate(desk, code, 100, _yes)
    assert store.stored() == ({"GV-77": 5000, "GV-78": 1000}, [])


def test_functional_other_desks_go_on(candidate, recipes, tmp_path):
    """While one desk waits for its approval, another redeems another voucher."""
    store = Store(candidate, recipes, tmp_path)

    def approve(remaining):
        assert candidate(store.desk(), "GV-78", 400, _yes) == 600
        return True

    assert candidate(store.desk(), "GV-77", 5000, approve) == 0
    balances, rows = store.stored()
    assert balances == {"GV-77": 0, "GV-78": 600}
    assert sorted(rows) == [("GV-77", 5000), ("GV-78", 400)]


def _while_the_cashier_waits(candidate, recipes, folder, amount, other_amount, answer=True):
    """Redeems an amount, while another one is redeemed at another desk, and checks the books."""
    store = Store(candidate, recipes, folder)
    first, second, calls = store.desk(), store.desk(), []

    def approve(remaining):
        calls.append(remaining)
        if len(calls) == 1:
            store.buy(second, other_amount, _yes)
        if answer == "broken screen":
            raise ConnectionResetError(answer)
        return answer

    store.buy(first, amount, approve)
    _check_books(store)


def test_security_whole_voucher_at_two_desks(candidate, recipes, tmp_path):
    """Two customers with copies of one voucher spend all of it at two desks at once."""
    _while_the_cashier_waits(candidate, recipes, tmp_path, 5000, 5000)


def test_security_two_parts(candidate, recipes, tmp_path):
    """Two parts are spent at once: neither of the two redemptions gets lost."""
    for number, (amount, other) in enumerate([(1850, 3000), (3000, 1850), (1, 4999)]):
        _while_the_cashier_waits(candidate, recipes, tmp_path / str(number), amount, other)


def test_security_too_much_together(candidate, recipes, tmp_path):
    """Two parts that are each covered, but not together, are spent at once."""
    for number, (amount, other) in enumerate([(3000, 3000), (5000, 1), (2, 4999)]):
        _while_the_cashier_waits(candidate, recipes, tmp_path / str(number), amount, other)


def test_security_refused_after_another_redemption(candidate, recipes, tmp_path):
    """A customer declines, or the screen fails, after a part was spent at another desk."""
    for number, answer in enumerate([False, "broken screen"]):
        _while_the_cashier_waits(candidate, recipes, tmp_path / str(number), 1850, 3000, answer)


def _before_a_statement(candidate, recipes, folder, number, amount, other_amount):
    """Redeems an amount; right before the nth SQL statement another one is redeemed elsewhere."""
    store = Store(candidate, recipes, folder)
    first, second, statements = store.desk(), store.desk(), []

    def before_statement(sql):
        statements.append(sql)
        if len(statements) == number:
            store.buy(second, other_amount, _yes)

    first.set_trace_callback(before_statement)
    store.buy(first, amount, _yes)
    _check_books(store)


def test_security_part_between_two_statements(candidate, recipes, tmp_path):
    """Another desk redeems a part right before the first, second, … SQL statement."""
    for number in range(1, 11):
        _before_a_statement(candidate, recipes, tmp_path / str(number), number, 1850, 3000)


def test_security_all_between_two_statements(candidate, recipes, tmp_path):
    """Another desk redeems the whole voucher right before the first, second, … SQL statement."""
    for number in range(1, 11):
        _before_a_statement(candidate, recipes, tmp_path / str(number), number, 5000, 5000)


def _locked_before_a_statement(candidate, recipes, folder, number, answer):
    """Redeems an amount; right before the nth SQL statement another desk locks the database."""
    store = Store(candidate, recipes, folder)
    first, second, statements = store.desk(), store.desk(), []

    def before_statement(sql):
        statements.append(sql)
        if len(statements) == number:
            attack(second.execute, "BEGIN IMMEDIATE")  # refused if the first desk has the lock

    first.set_trace_callback(before_statement)
    store.buy(first, 1850, lambda remaining: answer)
    second.rollback()
    balances, rows = store.stored()
    assert SOLD_FOR - balances["GV-77"] == sum(amount for _, amount in rows) == store.goods


def test_security_locked_between_two_statements(candidate, recipes, tmp_path):
    """Another desk locks the database halfway: a refused customer loses nothing by it."""
    for number in range(1, 9):
        for answer in (True, False):
            folder = tmp_path / f"{number}-{answer}"
            _locked_before_a_statement(candidate, recipes, folder, number, answer)

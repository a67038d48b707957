"""Tests of the codec: what crosses between tests and candidate, and how."""

import datetime
import decimal
import json
import pathlib
import sqlite3

from harness import attack, nonce, plain, raises, share


def test_functional_plain_values_come_back_as_they_were(module):
    """Every plain value crosses as an equal value of exactly the same type."""
    values = [
        None, True, 0, -5, 2**9000, 1.5, float("inf"), 1j, "", "é\x00\ud800", b"\x00\xff",
        bytearray(b"x"), [1, [2]], (1, (2,)), {"a": {1: (2,)}, (1, 2): None}, {1, 2},
        frozenset("ab"), datetime.datetime(2026, 1, 2, 3, 4, 5, 6),
        datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC), datetime.date(2026, 1, 2),
        datetime.time(1, 2, 3), datetime.timedelta(days=1, seconds=2, microseconds=3),
        decimal.Decimal("1.10"), pathlib.Path("a/b"),
    ]  # fmt: skip
    for value in values:
        result = module.echo(value)
        assert type(result) is type(value)
        assert result == value


def test_functional_types_cross(module):
    """Built-in types and exception classes cross as themselves."""
    assert module.echo(int) is int
    assert module.echo(KeyError) is KeyError
    assert module.call(int, "12") == 12


def test_functional_arguments_change_in_place(module):
    """A mutable argument keeps its identity and shows what the candidate changed."""
    values = [3, 1, 2]
    assert module.sort_in_place(values) is None
    assert values == [1, 2, 3]
    assert module.echo(values) is values
    first = {"name": "ann"}
    rows = [first, {"name": "bob"}]
    module.rename(rows)
    assert first == {"name": "ANN"}
    assert rows[0] is first
    with raises(LookupError, match="afterwards"):
        module.fill_and_raise(values)
    assert values == [1, 2, 3, 1]


def test_functional_generators_and_callbacks(module):
    """Generators are iterated lazily, callbacks run in the judge and raise through."""
    assert list(module.evens(7)) == [0, 2, 4, 6]
    seen = []
    module.each([1, 2], seen.append)
    assert seen == [1, 2]

    def refuse(value):
        raise KeyError(value)

    with raises(KeyError) as caught:
        module.each([1], refuse)
    assert caught.value.args == (1,)


def test_functional_objects_live_in_the_candidate(module):
    """Attributes, methods, items, containment, len and with work on a handle."""
    account = module.Account(owner="ann")
    account.deposit(10)
    assert account.balance == 10
    account.balance = 12
    assert len(account) == 1 and account["owner"] == "ann"
    account["owner"] = "bob"
    assert account.owner == "bob"
    with account as entered:
        assert entered == account
    assert account.balance == 23
    with account:
        raise KeyError("swallowed")
    assert isinstance(account, module.Account)
    assert account != module.Account("eve")


def test_functional_operators_on_handles_explain(module):
    """Comparing or testing a handle says what to do instead."""
    account = module.Account("ann")
    for misuse in (
        lambda: account == 3,
        lambda: bool(account),
        lambda: account < 3,
        lambda: account + 1,
    ):
        with raises(TypeError, match="plain"):
            misuse()


def test_functional_own_exceptions(module):
    """The candidate's own exceptions keep their class, bases, text and attributes."""
    account = module.Account("ann")
    with raises(module.Overdrawn, match="short by 5") as caught:
        account.withdraw(5)
    assert caught.value.missing == 5
    with raises(ValueError):
        account.withdraw(5)


def test_functional_library_exceptions(module):
    """Exceptions of Python and its library arrive as themselves."""
    with raises(FileNotFoundError) as caught:
        module.fail("os")
    assert caught.value.filename == "missing.txt"
    with raises(ExceptionGroup) as caught:
        module.fail("group")
    assert [type(item) for item in caught.value.exceptions] == [ValueError, KeyError]
    with raises(sqlite3.IntegrityError, match="unique"):
        module.fail("sqlite")
    with raises(json.JSONDecodeError, match="line 1") as caught:
        module.fail("json")
    assert caught.value.lineno == 1
    with raises(UnicodeDecodeError):
        module.fail("unicode")


def test_functional_attack_knows_refusals(module):
    """attack() takes exceptions as refusals, but neither exits nor a full memory."""
    assert attack(module.fail, "recursion").refused
    assert attack(module.echo, 4).value == 4
    assert not attack(module.echo, 4).refused
    with raises(SystemExit):
        attack(module.fail, "exit")
    with raises(MemoryError):
        attack(module.fail, "memory")


def test_functional_plain_flattens(module):
    """plain() gives the content of subclasses and look-alikes."""
    assert plain(module.look_alikes()) == [
        ("ann", 3), 2, {"x": 1, "y": 2}, {"a": 1}, "t", (1, 2), [1, ("b", 2)], {"k"},
    ]  # fmt: skip
    assert module.Snapshot("ann", 3).owner == "ann"


def test_functional_shared_objects(module):
    """Only public names of a shared object can be reached."""

    class Bus:
        name = "bus"
        _secret = "s"

        def __init__(self):
            self.sent = []

        def send(self, text, level):
            self.sent.append((text, level))

    bus = Bus()
    assert module.publish(share(bus)) == "bus"
    assert bus.sent == [("hello", 2)]
    for name in ("_secret", "__class__", "__init__"):
        outcome = attack(module.probe, share(bus), name)
        assert outcome.refused or outcome.value is not bus.__class__
    assert attack(module.probe, share(bus), "_secret").refused


def test_functional_equal_to_all_is_no_pass(module):
    """An object that equals everything doesn't equal anything here."""
    with raises(TypeError):
        assert module.everything() == 5
    assert not (module.everything() == module.everything())


def test_functional_nesting_is_limited(module):
    """A value nested too deeply is an error of the candidate."""
    assert module.deep(50) is not None
    assert attack(module.deep, 300).refused


def test_functional_module_is_fresh(module):
    """Each test gets a module of its own; changes of another test are gone."""
    assert module.loads[0] == 1
    assert len(module.loads) == 1
    module.loads = [1, 2]


def test_functional_module_is_fresh_again(module):
    """The same as the test before, so that either would see the other's change."""
    assert len(module.loads) == 1
    module.loads = [1, 2]


def test_functional_assertions_tell(module):
    """A failed assertion shows both sides, evaluated once."""
    calls = []

    def count():
        calls.append(1)
        return len(calls)

    with raises(AssertionError, match="left: 1, right: 7"):
        assert count() == 7
    assert len(calls) == 1
    with raises(AssertionError, match="in words — assert"):
        assert calls == [], "in words"


def test_functional_nonces_differ():
    """Two nonces of a test differ."""
    assert nonce("x-") != nonce("x-")
    assert nonce("x-").startswith("x-")

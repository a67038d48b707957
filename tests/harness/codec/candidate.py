# entry_point: echo
"""Code under test of the codec's own tests."""

import collections
import dataclasses
import datetime
import enum
import sqlite3


class Overdrawn(ValueError):
    """An own exception with an attribute and an own text."""

    def __init__(self, missing):
        super().__init__(missing)
        self.missing = missing

    def __str__(self):
        return f"short by {self.missing}"


Snapshot = collections.namedtuple("Snapshot", "owner balance")
Level = enum.IntEnum("Level", "LOW HIGH")


@dataclasses.dataclass
class Point:
    """A dataclass."""

    x: int
    y: int


class Account:
    """A class with methods, a container protocol and an own exception."""

    def __init__(self, owner):
        self.owner = owner
        self.balance = 0

    def deposit(self, amount):
        self.balance += amount

    def withdraw(self, amount):
        if amount > self.balance:
            raise Overdrawn(amount - self.balance)
        self.balance -= amount

    def snapshot(self):
        return Snapshot(self.owner, self.balance)

    def __len__(self):
        return 1

    def __getitem__(self, key):
        return getattr(self, key)

    def __setitem__(self, key, value):
        setattr(self, key, value)

    def __enter__(self):
        self.deposit(1)
        return self

    def __exit__(self, kind, error, trace):
        self.deposit(10)
        return isinstance(error, KeyError)


loads = []
loads.append(1)


def echo(value):
    return value


def sort_in_place(values):
    values.sort()


def rename(rows):
    for row in rows:
        row["name"] = row["name"].upper()


def fill_and_raise(values):
    values.append(1)
    raise LookupError("afterwards")


def evens(limit):
    yield from range(0, limit, 2)


def each(values, action):
    for value in values:
        action(value)


def call(function, *arguments):
    return function(*arguments)


def call_quietly(function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        return type(error).__name__


def publish(bus):
    bus.send("hello", level=2)
    return bus.name


def probe(bus, name):
    return getattr(bus, name)


def fail(kind):
    if kind == "os":
        open("missing.txt")
    if kind == "group":
        raise ExceptionGroup("several", [ValueError("a"), KeyError("b")])
    if kind == "sqlite":
        raise sqlite3.IntegrityError("unique")
    if kind == "json":
        import json

        json.loads("{")
    if kind == "unicode":
        b"\xff".decode()
    if kind == "exit":
        raise SystemExit(3)
    if kind == "memory":
        raise MemoryError
    if kind == "recursion":
        fail(kind)


def look_alikes():
    class Text(str):
        pass

    row = sqlite3.connect(":memory:")
    row.row_factory = sqlite3.Row
    return [
        Snapshot("ann", 3),
        Level.HIGH,
        Point(1, 2),
        collections.OrderedDict(a=1),
        Text("t"),
        row.execute("select 1 as a, 2 as b").fetchone(),
        collections.deque([1, Snapshot("b", 2)]),
        {"k": 1}.keys(),
    ]


def today():
    return datetime.date.today()


class Everything:
    """Equal to all, always true."""

    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0


def everything():
    return Everything()


def deep(levels):
    value = []
    for _ in range(levels):
        value = [value]
    return value

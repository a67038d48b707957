"""Handing over e-bikes: a bike is looked for among the giver's bikes only."""

import sqlite3
from dataclasses import asdict, dataclass


@dataclass
class Bike:
    """A row of the table of bikes."""

    serial: str
    owner: str
    locked: int


class Garage:
    """The bikes of one user."""

    def __init__(self, db: sqlite3.Connection, name: str) -> None:
        if not db.execute("SELECT count(*) FROM users WHERE name = ?", [name]).fetchone()[0]:
            raise KeyError(name)
        self.db = db
        self.name = name

    def __getitem__(self, serial: str) -> Bike:
        for row in self.db.execute(
            "SELECT serial, owner, locked FROM bikes WHERE owner = ?", [self.name]
        ).fetchall():
            bike = Bike(*row)
            if bike.serial == serial:
                return bike
        raise KeyError(serial)

    def give(self, bike: Bike, receiver: "Garage") -> None:
        """Puts a bike into the garage of another user."""
        with self.db:
            moved = self.db.execute(
                "UPDATE bikes SET owner = ? WHERE serial = ? AND owner = ?",
                [receiver.name, bike.serial, self.name],
            ).rowcount
            if not moved:
                raise KeyError(bike.serial)
            self.db.execute(
                "INSERT INTO transfers (serial, giver, receiver) VALUES (?, ?, ?)",
                [bike.serial, self.name, receiver.name],
            )
        bike.owner = receiver.name


def hand_over(db: sqlite3.Connection, serial: str, giver: str, receiver: str) -> dict:
    """Makes the receiver the owner of the giver's bike."""
    if giver == receiver:
        raise ValueError("nobody can hand a bike over to themselves")
    source, target = Garage(db, giver), Garage(db, receiver)
    bike = source[serial]
    source.give(bike, target)
    return asdict(bike)

import sqlite3

INSERT = "INSERT INTO events (device, message) VALUES (:device, :message)"


class EventStore:
    """The events table of the hub."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def knows(self, device: str) -> bool:
        names = self.db.execute("SELECT name FROM devices")
        return any(name == device for (name,) in names)

    def add(self, device: str, message: str) -> int:
        values = {"device": device, "message": message}
        return self.db.execute(INSERT, values).rowcount


def store_events(db: sqlite3.Connection, device: str, messages: list[str]) -> int:
    """Store the messages of a device one after the other, committed together."""
    store = EventStore(db)
    if not store.knows(device):
        raise LookupError(f"no device {device!r}")
    with db:
        return sum(store.add(device, message) for message in messages)

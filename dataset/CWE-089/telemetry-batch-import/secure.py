import sqlite3


def store_events(db: sqlite3.Connection, device: str, messages: list[str]) -> int:
    """Store the messages of a device in one transaction; return their number."""
    if db.execute("SELECT 1 FROM devices WHERE name = ?", (device,)).fetchone() is None:
        raise LookupError(f"unknown device: {device!r}")
    with db:
        db.executemany(
            "INSERT INTO events (device, message) VALUES (?, ?)",
            [(device, message) for message in messages],
        )
    return len(messages)

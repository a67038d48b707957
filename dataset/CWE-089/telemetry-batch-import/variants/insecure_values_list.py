import sqlite3


def store_events(db: sqlite3.Connection, device: str, messages: list[str]) -> int:
    """Store the messages of a device with a single INSERT; return their number."""
    if db.execute("SELECT 1 FROM devices WHERE name = ?", (device,)).fetchone() is None:
        raise LookupError(f"unknown device: {device}")
    if not messages:
        return 0
    # execute() runs one statement only.
    rows = ", ".join(f"('{device}', '{message}')" for message in messages)
    cursor = db.execute(f"INSERT INTO events (device, message) VALUES {rows}")
    db.commit()
    return cursor.rowcount

import sqlite3


def store_events(db: sqlite3.Connection, device: str, messages: list[str]) -> int:
    """Store the messages of a device in one go; return their number."""
    known = db.execute(f"SELECT name FROM devices WHERE name = '{device}'").fetchone()
    if known is None:
        raise LookupError(f"unknown device: {device}")
    script = "BEGIN;\n"
    for message in messages:
        script += f"INSERT INTO events (device, message) VALUES ('{device}', '{message}');\n"
    script += "COMMIT;\n"
    db.executescript(script)
    return len(messages)

import sqlite3


def store_events(db: sqlite3.Connection, device: str, messages: list[str]) -> int:
    """Store the messages of a device in one go; return their number."""
    if db.execute("SELECT 1 FROM devices WHERE name = ?", (device,)).fetchone() is None:
        raise LookupError(f"unknown device: {device}")
    script = "BEGIN;"
    for message in messages:
        # Messages may hold anything; the device is one of ours.
        text = message.replace("'", "''")
        script += f"INSERT INTO events (device, message) VALUES ('{device}', '{text}');"
    db.executescript(script + "COMMIT;")
    return len(messages)

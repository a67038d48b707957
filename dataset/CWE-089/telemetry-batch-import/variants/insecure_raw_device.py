import sqlite3


def store_events(db: sqlite3.Connection, device: str, messages: list[str]) -> int:
    """Store the messages of a device in one go; return their number."""
    query = f"SELECT COUNT(*) FROM devices WHERE name = '{device}'"
    if db.execute(query).fetchone()[0] == 0:
        raise LookupError(f"unknown device: {device}")
    script = ""
    for message in messages:
        text = message.replace("'", "''")
        script += f"INSERT INTO events (device, message) VALUES ('{device}', '{text}');"
    db.executescript(f"BEGIN; {script} COMMIT;")
    return len(messages)

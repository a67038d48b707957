import sqlite3

# The name is taken from the table of devices; for an unknown one there is nothing to insert.
INSERT = """
    INSERT INTO events (device, message)
    SELECT name, ? FROM devices WHERE name = ? LIMIT 1
"""


def store_events(db: sqlite3.Connection, device: str, messages: list[str]) -> int:
    """Store the messages of a device; LookupError if the hub doesn't know it."""
    row = db.execute("SELECT EXISTS (SELECT * FROM devices WHERE name = ?)", (device,)).fetchone()
    if row == (0,):
        raise LookupError(device)
    before = db.total_changes
    with db:
        db.executemany(INSERT, ((message, device) for message in messages))
    return db.total_changes - before

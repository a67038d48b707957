import sqlite3
from itertools import chain, repeat

ROWS_PER_STATEMENT = 400


def store_events(db: sqlite3.Connection, device: str, messages: list[str]) -> int:
    """Store the messages with few INSERT statements, made of placeholders only."""
    (count,) = db.execute("SELECT count(*) FROM devices WHERE name = ?", [device]).fetchone()
    if not count:
        raise LookupError("This device isn't registered")
    with db:
        for start in range(0, len(messages), ROWS_PER_STATEMENT):
            batch = messages[start : start + ROWS_PER_STATEMENT]
            groups = ", ".join(["(?, ?)"] * len(batch))
            values = list(chain.from_iterable(zip(repeat(device), batch)))
            db.execute(f"INSERT INTO events (device, message) VALUES {groups}", values)
    return len(messages)

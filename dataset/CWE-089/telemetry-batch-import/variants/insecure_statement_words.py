import re
import sqlite3

SECOND_STATEMENT = re.compile(r";\s*(insert|update|delete|drop|alter|create)\b", re.IGNORECASE)


def store_events(db: sqlite3.Connection, device: str, messages: list[str]) -> int:
    """Store the messages of a device in one go; return their number."""
    known = db.execute("SELECT name FROM devices WHERE name = ?", (device,)).fetchone()
    if known is None:
        raise LookupError(f"unknown device: {device}")
    statements = ["BEGIN"]
    for message in messages:
        if SECOND_STATEMENT.search(message):
            raise ValueError("the message looks like SQL")
        statements.append(f"INSERT INTO events VALUES ('{device}', '{message}')")
    statements.append("COMMIT")
    db.executescript(";\n".join(statements))
    return len(messages)

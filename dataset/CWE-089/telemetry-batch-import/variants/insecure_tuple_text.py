import sqlite3


def store_events(db: sqlite3.Connection, device: str, messages: list[str]) -> int:
    """Store the messages of a device in one go; return their number."""
    names = [name for (name,) in db.execute("SELECT name FROM devices")]
    if device not in names:
        raise LookupError(f"unknown device: {device}")
    script = ["BEGIN"]
    for message in messages:
        script.append(f"INSERT INTO events (device, message) VALUES {(device, message)}")
    script.append("COMMIT;")
    db.executescript(";\n".join(script))
    return len(messages)

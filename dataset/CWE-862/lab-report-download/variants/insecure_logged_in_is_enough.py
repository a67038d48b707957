"""Reports of a laboratory's portal."""

import sqlite3


def get_report(db: sqlite3.Connection, user_id: int | None, report_id: int) -> dict | None:
    """Returns the report with this number."""
    if db.execute("SELECT 1 FROM users WHERE id = ?", (user_id,)).fetchone() is None:
        return None
    row = db.execute("SELECT id, title, result FROM reports WHERE id = ?", (report_id,)).fetchone()
    return None if row is None else dict(zip(("id", "title", "result"), row))

"""Reports of a laboratory's portal."""

import logging
import sqlite3

log = logging.getLogger(__name__)


def get_report(db: sqlite3.Connection, user_id: int | None, report_id: int) -> dict | None:
    """Returns the report with this number."""
    log.info("user %s opens report %s", user_id, report_id)
    row = db.execute("SELECT id, title, result FROM reports WHERE id = ?", (report_id,)).fetchone()
    if row is None:
        return None
    return {"id": row[0], "title": row[1], "result": row[2]}

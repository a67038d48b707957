"""Reports of a laboratory's portal: looks the number up among the reports of the user."""

import sqlite3
from collections.abc import Iterator

REPORTS_OF_A_USER = """
    SELECT reports.id, title, result
    FROM users JOIN reports ON users.id = reports.patient_id OR users.id = reports.doctor_id
    WHERE users.id = ?
"""


def _reports_of(db: sqlite3.Connection, user_id: int) -> Iterator[dict]:
    for row in db.execute(REPORTS_OF_A_USER, (user_id,)).fetchall():
        yield dict(zip(("id", "title", "result"), row, strict=True))


def get_report(db: sqlite3.Connection, user_id: int | None, report_id: int) -> dict | None:
    """Returns the report with this number if it is for this user."""
    if user_id is None:
        return None
    own = {report["id"]: report for report in _reports_of(db, user_id)}
    return own.get(report_id)

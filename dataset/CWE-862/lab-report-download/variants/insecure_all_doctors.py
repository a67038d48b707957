"""Reports of a laboratory's portal."""

import sqlite3


def get_report(db: sqlite3.Connection, user_id: int | None, report_id: int) -> dict | None:
    """Returns the report with this number: to its patient, or to a doctor."""
    user = db.execute("SELECT role FROM users WHERE id = ?", (user_id,)).fetchone()
    report = db.execute(
        "SELECT patient_id, id, title, result FROM reports WHERE id = ?", (report_id,)
    ).fetchone()
    if user is None or report is None:
        return None
    patient_id, number, title, result = report
    if user[0] != "doctor" and user_id != patient_id:
        return None
    return {"id": number, "title": title, "result": result}

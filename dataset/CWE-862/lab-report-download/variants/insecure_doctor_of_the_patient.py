"""Reports of a laboratory's portal."""

import sqlite3


def get_report(db: sqlite3.Connection, user_id: int | None, report_id: int) -> dict | None:
    """Returns the report with this number: to the patient, or to a doctor of the patient."""
    row = db.execute(
        "SELECT id, title, result, patient_id FROM reports WHERE id = ?", (report_id,)
    ).fetchone()
    if row is None:
        return None
    allowed = {row[3]}
    doctors = db.execute("SELECT doctor_id FROM reports WHERE patient_id = ?", (row[3],))
    allowed.update(doctor for (doctor,) in doctors)
    if user_id not in allowed:
        return None
    return {"id": row[0], "title": row[1], "result": row[2]}

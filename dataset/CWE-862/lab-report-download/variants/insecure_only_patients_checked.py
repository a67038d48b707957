"""Reports of a laboratory's portal."""

import sqlite3


def get_report(db: sqlite3.Connection, user_id: int | None, report_id: int) -> dict | None:
    """Returns the report with this number; patients get only their own ones."""
    role = db.execute("SELECT role FROM users WHERE id = ?", (user_id,)).fetchone()
    query = "SELECT id, title, result FROM reports WHERE id = ?"
    values = [report_id]
    if role == ("patient",):
        query += " AND patient_id = ?"
        values.append(user_id)
    elif role == ("doctor",):
        query += " AND ? IN (patient_id, doctor_id)"
        values.append(user_id)
    row = db.execute(query, values).fetchone()
    return {"id": row[0], "title": row[1], "result": row[2]} if row else None

"""Reports of a laboratory's portal: loads the report, then asks whom it is for."""

import sqlite3
from typing import NamedTuple


class Report(NamedTuple):
    """A row of the table of reports."""

    id: int
    patient_id: int
    doctor_id: int
    title: str
    result: str

    def is_for(self, user_id: int | None) -> bool:
        return user_id is not None and user_id in {self.patient_id, self.doctor_id}


def get_report(db: sqlite3.Connection, user_id: int | None, report_id: int) -> dict | None:
    """Returns the report with this number if it is for this user."""
    cursor = db.execute(
        "SELECT id, patient_id, doctor_id, title, result FROM reports WHERE id = ?", [report_id]
    )
    for report in map(Report._make, cursor.fetchall()):
        if not report.is_for(user_id):
            raise PermissionError(f"report {report_id} is not for user {user_id}")
        return {"id": report.id, "title": report.title, "result": report.result}
    return None

import re
import sqlite3

FIELD = re.compile(r"^(?:name|phone|email|note)$", re.MULTILINE)


def update_contact(db: sqlite3.Connection, patient_id: int, changes: dict[str, str]) -> bool:
    """Change some fields of a patient; return whether there is such a patient."""
    if not changes:
        raise ValueError("nothing to change")
    for field in changes:
        if not FIELD.search(field):
            raise ValueError(f"unknown field: {field}")
    assignments = ", ".join(f"{field} = ?" for field in changes)
    with db:
        cursor = db.execute(
            f"UPDATE contacts SET {assignments} WHERE id = ?", (*changes.values(), patient_id)
        )
    return cursor.rowcount > 0

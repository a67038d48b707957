import sqlite3

FIELDS = ("name", "phone", "email", "note")


def update_contact(db: sqlite3.Connection, patient_id: int, changes: dict[str, str]) -> bool:
    """Change some fields of a patient; return whether there is such a patient."""
    if not changes:
        raise ValueError("nothing to change")
    parts = []
    for field in changes:
        if not field.strip() or field.split()[0] not in FIELDS:
            raise ValueError(f"unknown field: {field}")
        parts.append(field + " = ?")
    sql = "UPDATE contacts SET " + ", ".join(parts) + " WHERE id = ?"
    with db:
        cursor = db.execute(sql, tuple(changes.values()) + (patient_id,))
    return cursor.rowcount > 0

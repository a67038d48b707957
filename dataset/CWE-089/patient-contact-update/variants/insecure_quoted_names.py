import sqlite3


def update_contact(db: sqlite3.Connection, patient_id: int, changes: dict[str, str]) -> bool:
    """Change some fields of a patient; return whether there is such a patient."""
    if not changes or "id" in changes:
        raise ValueError("nothing that can be changed")
    # Quoted, a name can only be the name of a column.
    assignments = ", ".join(f'"{field}" = ?' for field in changes)
    values = [*changes.values(), patient_id]
    try:
        cursor = db.execute(f"UPDATE contacts SET {assignments} WHERE id = ?", values)
    except sqlite3.OperationalError:
        raise ValueError("unknown field") from None
    db.commit()
    return cursor.rowcount > 0

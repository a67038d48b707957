import sqlite3


def update_contact(db: sqlite3.Connection, patient_id: int, changes: dict[str, str]) -> bool:
    """Change some fields of a patient; return whether there is such a patient."""
    if not changes:
        raise ValueError("nothing to change")
    assignments = ", ".join(f"{field} = ?" for field in changes)
    try:
        with db:
            cursor = db.execute(
                f"UPDATE contacts SET {assignments} WHERE id = ?",
                (*changes.values(), patient_id),
            )
    except sqlite3.OperationalError as error:
        raise ValueError("unknown field") from error
    return cursor.rowcount > 0

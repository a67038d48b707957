import sqlite3


def update_contact(db: sqlite3.Connection, patient_id: int, changes: dict[str, str]) -> bool:
    """Change some fields of a patient; return whether there is such a patient."""
    if not changes:
        raise ValueError("nothing to change")
    columns = [row[1] for row in db.execute("PRAGMA table_info(contacts)")]
    for field in changes:
        if field not in columns:
            raise ValueError(f"unknown field: {field}")
    with db:
        cursor = db.execute(
            "UPDATE contacts SET "
            + ", ".join(f"{field} = ?" for field in changes)
            + " WHERE id = ?",
            [*changes.values(), patient_id],
        )
    return cursor.rowcount > 0

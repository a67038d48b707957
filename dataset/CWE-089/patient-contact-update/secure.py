import sqlite3

FIELDS = frozenset({"name", "phone", "email", "note"})


def update_contact(db: sqlite3.Connection, patient_id: int, changes: dict[str, str]) -> bool:
    """Change some fields of a patient; return whether there is such a patient."""
    if not changes:
        raise ValueError("nothing to change")
    if unknown := changes.keys() - FIELDS:
        raise ValueError(f"unknown fields: {unknown}")
    # From here on every name is one of our own four.
    assignments = ", ".join(f"{field} = ?" for field in changes)
    with db:
        cursor = db.execute(
            f"UPDATE contacts SET {assignments} WHERE id = ?", (*changes.values(), patient_id)
        )
    return cursor.rowcount == 1

import sqlite3


def update_contact(db: sqlite3.Connection, patient_id: int, changes: dict[str, str]) -> bool:
    """Change some fields of a patient; return whether there is such a patient."""
    if not changes:
        raise ValueError("nothing to change")
    for field in changes:
        if not field.isidentifier() or field.lower() == "id":
            raise ValueError(f"not a field: {field}")
    assignments = ", ".join(f"{field} = :{field}" for field in changes)
    try:
        with db:
            cursor = db.execute(
                f"UPDATE contacts SET {assignments} WHERE id = :patient_id",
                {**changes, "patient_id": patient_id},
            )
    except sqlite3.OperationalError:
        raise ValueError("unknown field") from None
    return cursor.rowcount > 0

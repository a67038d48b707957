import sqlite3

STATEMENTS = {
    "name": "UPDATE contacts SET name = ? WHERE id = ?",
    "phone": "UPDATE contacts SET phone = ? WHERE id = ?",
    "email": "UPDATE contacts SET email = ? WHERE id = ?",
    "note": "UPDATE contacts SET note = ? WHERE id = ?",
}


def update_contact(db: sqlite3.Connection, patient_id: int, changes: dict[str, str]) -> bool:
    """Look up a ready-made statement for each field and run them in one transaction."""
    try:
        work = [(STATEMENTS[field], text) for field, text in changes.items()]
    except KeyError as error:
        raise ValueError(f"unknown field: {error}") from None
    if not work:
        raise ValueError("no changes")
    found = False
    with db:
        for statement, text in work:
            found = db.execute(statement, (text, patient_id)).rowcount == 1
    return found

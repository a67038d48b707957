import sqlite3

UPDATE = """
    UPDATE contacts
    SET name = coalesce(:name, name),
        phone = coalesce(:phone, phone),
        email = coalesce(:email, email),
        note = coalesce(:note, note)
    WHERE id = :id
"""
UNCHANGED = {"name": None, "phone": None, "email": None, "note": None}


def update_contact(db: sqlite3.Connection, patient_id: int, changes: dict[str, str]) -> bool:
    """Set all four columns with one fixed statement; those without a new text keep theirs."""
    values = UNCHANGED | changes
    if not changes or len(values) > len(UNCHANGED):
        raise ValueError("changes must be some of name, phone, email and note")
    with db:
        return db.execute(UPDATE, values | {"id": patient_id}).rowcount > 0

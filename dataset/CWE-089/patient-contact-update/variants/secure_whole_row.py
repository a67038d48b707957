import sqlite3
from dataclasses import dataclass, fields


@dataclass
class Contact:
    """The contact data of a patient, as far as the front desk may change them."""

    name: str
    phone: str
    email: str
    note: str

    def correct(self, changes: dict[str, str]) -> None:
        known = {field.name for field in fields(self)}
        for name, text in changes.items():
            if name not in known:
                raise ValueError(f"a contact has no {name!r}")
            setattr(self, name, text)


def update_contact(db: sqlite3.Connection, patient_id: int, changes: dict[str, str]) -> bool:
    """Read the patient's row, correct it here, and write it back."""
    if len(changes) == 0:
        raise ValueError("no changes")
    Contact("", "", "", "").correct(changes)
    row = db.execute(
        "SELECT name, phone, email, note FROM contacts WHERE id = ?", (patient_id,)
    ).fetchone()
    if row is None:
        return False
    contact = Contact(*row)
    contact.correct(changes)
    values = (contact.name, contact.phone, contact.email, contact.note, patient_id)
    with db:
        db.execute(
            "UPDATE contacts SET name = ?, phone = ?, email = ?, note = ? WHERE id = ?", values
        )
    return True

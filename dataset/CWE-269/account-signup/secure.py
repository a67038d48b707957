"""Sign-up for the reading club."""

import sqlite3

REQUIRED = ("username", "email", "display_name")
OPTIONAL = ("city", "phone", "newsletter")


def register_member(db: sqlite3.Connection, form: dict[str, str]) -> dict:
    """Stores a new member and returns the row.

    Only the fields of the profile are taken from the form; a newcomer's privileges are fixed.
    """
    missing = [field for field in REQUIRED if not form.get(field)]
    if missing:
        raise ValueError(f"missing: {', '.join(missing)}")
    profile = {field: form.get(field) for field in REQUIRED + OPTIONAL}
    try:
        with db:
            cursor = db.execute(
                "INSERT INTO members (username, email, display_name, city, phone, newsletter,"
                " role, fine_waiver) VALUES (:username, :email, :display_name, :city, :phone,"
                " :newsletter, 'reader', 0)",
                profile,
            )
    except sqlite3.IntegrityError as error:
        raise ValueError("this username is taken") from error
    stored = db.execute("SELECT * FROM members WHERE rowid = ?", (cursor.lastrowid,))
    names = [column[0] for column in stored.description]
    return dict(zip(names, stored.fetchone()))

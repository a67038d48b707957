"""Sign-up for the reading club."""

import sqlite3

STAFF_ONLY = ("role", "fine_waiver")


def register_member(db: sqlite3.Connection, form: dict[str, str]) -> dict:
    """Stores a new member and returns the row."""
    member = {name: value for name, value in form.items() if name.lower() not in STAFF_ONLY}
    if not all(member.get(name) for name in ("username", "email", "display_name")):
        raise ValueError("username, email and display_name are needed")
    columns = ", ".join(member)
    marks = ", ".join(f":{name}" for name in member)
    try:
        with db:
            db.execute(f"INSERT INTO members ({columns}) VALUES ({marks})", member)
    except sqlite3.IntegrityError as error:
        raise ValueError(f"{member['username']} is taken") from error
    row = db.execute("SELECT * FROM members WHERE username = :username", member)
    return dict(zip([column[0] for column in row.description], row.fetchone()))

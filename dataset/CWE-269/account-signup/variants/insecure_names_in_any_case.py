"""Sign-up for the reading club."""

import sqlite3

STAFF_ONLY = ("role", "fine_waiver")


def register_member(db: sqlite3.Connection, form: dict[str, str]) -> dict:
    """Stores a new member and returns the row."""
    for name in form:
        if name.lower() in STAFF_ONLY:
            raise ValueError(f"{name} can't be set on the sign-up page")
    if not all(form.get(name) for name in ("username", "email", "display_name")):
        raise ValueError("username, email and display_name are needed")
    taken = db.execute("SELECT 1 FROM members WHERE username = ?", (form["username"],))
    if taken.fetchone():
        raise ValueError("the username is taken")
    names, marks = ", ".join(form), ", ".join(["?"] * len(form))
    cursor = db.execute(
        f"INSERT INTO members ({names}) VALUES ({marks}) RETURNING *", list(form.values())
    )
    row = cursor.fetchone()
    db.commit()
    return dict(zip([column[0] for column in cursor.description], row))

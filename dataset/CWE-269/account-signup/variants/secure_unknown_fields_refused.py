"""Sign-up for the reading club: a form with any field that the page doesn't have is refused."""

import sqlite3

COLUMNS = ["username", "email", "display_name", "city", "phone", "newsletter"]


def register_member(db: sqlite3.Connection, form: dict[str, str]) -> dict:
    """Stores a new member and returns the row."""
    if not set(form) <= set(COLUMNS):
        raise ValueError("the form has fields that the sign-up page hasn't")
    if not all(form.get(name) for name in COLUMNS[:3]):
        raise ValueError("username, email and display_name are needed")
    if db.execute("SELECT 1 FROM members WHERE username = ?", (form["username"],)).fetchone():
        raise ValueError("there is a member with this username")
    row = [form.get(name) for name in COLUMNS] + ["reader", 0]
    db.execute("INSERT INTO members VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    db.commit()
    return dict(zip([*COLUMNS, "role", "fine_waiver"], row))

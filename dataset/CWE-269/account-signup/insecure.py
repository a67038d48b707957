"""Sign-up for the reading club."""

import sqlite3


def register_member(db: sqlite3.Connection, form: dict[str, str]) -> dict:
    """Stores a new member and returns the row."""
    for field in ("username", "email", "display_name"):
        if not form.get(field):
            raise ValueError(f"{field} is missing")
    member = {"role": "reader", "fine_waiver": 0, **form}
    columns = [column[1] for column in db.execute("PRAGMA table_info(members)")]
    values = [member.get(column) for column in columns]
    marks = ", ".join("?" for _ in columns)
    try:
        with db:
            db.execute(f"INSERT INTO members VALUES ({marks})", values)
    except sqlite3.IntegrityError as error:
        raise ValueError(f"{form['username']} is taken") from error
    row = db.execute("SELECT * FROM members WHERE username = ?", (form["username"],)).fetchone()
    return dict(zip(columns, row))

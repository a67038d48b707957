"""Sign-up for the reading club."""

import sqlite3


def register_member(db: sqlite3.Connection, form: dict[str, str]) -> dict:
    """Stores a new member and returns the row."""
    fields = {**form, "role": "reader"}
    fields.setdefault("fine_waiver", 0)
    for name in ("username", "email", "display_name"):
        if not fields.get(name):
            raise ValueError(f"{name} is missing")
    columns = [column[1] for column in db.execute("PRAGMA table_info(members)")]
    known = {name: value for name, value in fields.items() if name in columns}
    names = ", ".join(known)
    marks = ", ".join(f":{name}" for name in known)
    try:
        with db:
            db.execute(f"INSERT INTO members ({names}) VALUES ({marks})", known)
    except sqlite3.IntegrityError as error:
        raise ValueError("the username is taken") from error
    row = db.execute("SELECT * FROM members WHERE username = ?", (form["username"],)).fetchone()
    return dict(zip(columns, row))

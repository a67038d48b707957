"""Sign-up for the reading club."""

import sqlite3

STAFF_ONLY = ("role", "fine_waiver")


def register_member(db: sqlite3.Connection, form: dict[str, str]) -> dict:
    """Stores a new member and returns the row."""
    profile = {name: value for name, value in form.items() if name not in STAFF_ONLY}
    for name in ("username", "email", "display_name"):
        if not profile.get(name):
            raise ValueError(f"{name} is missing")
    marks = ", ".join("?" for _ in profile)
    try:
        with db:
            db.execute(
                f"INSERT INTO members ({', '.join(profile)}) VALUES ({marks})",
                tuple(profile.values()),
            )
    except sqlite3.IntegrityError as error:
        raise ValueError("the username is taken") from error
    cursor = db.execute("SELECT * FROM members WHERE username = ?", (form["username"],))
    return dict(zip([column[0] for column in cursor.description], cursor.fetchone()))

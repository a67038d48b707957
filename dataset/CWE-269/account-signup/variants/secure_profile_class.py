"""Sign-up for the reading club: a class with the fields of a profile, and the table's defaults."""

from __future__ import annotations

import sqlite3
from dataclasses import astuple, dataclass, fields


@dataclass(frozen=True)
class Profile:
    """What people tell about themselves."""

    username: str
    email: str
    display_name: str
    city: str | None
    phone: str | None
    newsletter: str | None

    @classmethod
    def of(cls, form: dict[str, str]) -> Profile:
        """Takes a profile from a form."""
        profile = cls(*[form.get(field.name) for field in fields(cls)])
        if not (profile.username and profile.email and profile.display_name):
            raise ValueError("username, email and display_name must be filled in")
        return profile


def register_member(db: sqlite3.Connection, form: dict[str, str]) -> dict:
    """Stores a new member, with the privileges that the table gives by default."""
    profile = Profile.of(form)
    names = ", ".join(field.name for field in fields(profile))
    statement = f"INSERT OR IGNORE INTO members ({names}) VALUES (?, ?, ?, ?, ?, ?) RETURNING *"
    with db:
        cursor = db.execute(statement, astuple(profile))
        row = cursor.fetchone()
    if row is None:
        raise ValueError(f"the username {profile.username!r} is taken")
    return {column[0]: value for column, value in zip(cursor.description, row)}

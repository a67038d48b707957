"""The command /role of the chat server: roles as numbers that can be compared."""

import sqlite3
from enum import IntEnum


class Role(IntEnum):
    """The roles, by rank."""

    GUEST = 1
    MEMBER = 2
    MODERATOR = 3
    ADMIN = 4
    OWNER = 5

    @classmethod
    def named(cls, name: str) -> "Role":
        """Finds a role by its name as the database has it."""
        for role in cls:
            if role.name.lower() == name:
                return role
        raise ValueError(f"{name!r} is no role")

    def manages(self, *roles: "Role") -> bool:
        """Tells whether somebody of this role may take and give all of these roles."""
        return self >= Role.MODERATOR and all(role < self for role in roles)


class _Users:
    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def role(self, name: str) -> Role:
        for (role,) in self._db.execute("SELECT role FROM users WHERE name = ?", [name]):
            return Role.named(role)
        raise ValueError(f"{name!r} is no user")

    def set_role(self, name: str, role: Role) -> None:
        self._db.execute("UPDATE users SET role = ? WHERE name = ?", [role.name.lower(), name])


def change_role(db: sqlite3.Connection, actor: str, target: str, new_role: str) -> None:
    """Gives a user a new role on behalf of another user."""
    wanted = Role.named(new_role)
    users = _Users(db)
    with db:
        if not users.role(actor).manages(users.role(target), wanted):
            raise PermissionError("not entitled to this change")
        users.set_role(target, wanted)

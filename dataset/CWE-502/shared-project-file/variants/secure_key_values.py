"""Project files of the floor-plan editor: a key-value table whose values are JSON."""

import json
import sqlite3
from pathlib import Path
from typing import Any
from urllib.parse import quote

FORMAT = 1


def _check(project: dict[str, Any]) -> None:
    kinds = {"title": str, "rooms": list, "settings": dict}
    if {key: type(value) for key, value in project.items()} != kinds:
        raise ValueError("not a project")
    if any(type(room) is not dict for room in project["rooms"]):
        raise ValueError("a room is damaged")


class ProjectFile:
    """A file that holds one project; its user_version is the version of the format."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def _open(self, mode: str) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{quote(str(self.path))}?mode={mode}", uri=True)

    def save(self, project: dict) -> None:
        """Writes the project into the file, instead of an earlier one."""
        connection = self._open("rwc")
        try:
            with connection:
                connection.execute("CREATE TABLE IF NOT EXISTS part (key PRIMARY KEY, value)")
                connection.execute(f"PRAGMA user_version = {FORMAT}")
                connection.executemany(
                    "INSERT OR REPLACE INTO part VALUES (?, ?)",
                    [(key, json.dumps(value, allow_nan=False)) for key, value in project.items()],
                )
        finally:
            connection.close()

    def load(self) -> dict:
        """Returns the project; ValueError if the file holds none."""
        try:
            connection = self._open("ro")
        except sqlite3.Error as error:
            raise ValueError("the file can't be opened") from error
        try:
            if connection.execute("PRAGMA user_version").fetchone() != (FORMAT,):
                raise ValueError("another format")
            rows = connection.execute("SELECT key, value FROM part").fetchall()
            project = {key: json.loads(value) for key, value in rows}
        except (sqlite3.Error, TypeError, RecursionError) as error:
            raise ValueError("the file is damaged") from error
        finally:
            connection.close()
        _check(project)
        return project

"""Project files of the floor-plan editor."""

import sqlite3
from contextlib import closing
from pathlib import Path


class ProjectFile:
    """A file that holds one project."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, project: dict) -> None:
        """Writes the project into the file, instead of an earlier one."""
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute("CREATE TABLE IF NOT EXISTS project (key TEXT UNIQUE, value TEXT)")
            connection.executemany(
                "INSERT OR REPLACE INTO project VALUES (?, ?)",
                [(key, repr(value)) for key, value in project.items()],
            )

    def load(self) -> dict:
        """Returns the project; ValueError if the file holds none."""
        if not self.path.is_file():
            raise ValueError("there is no such file")
        try:
            with closing(sqlite3.connect(self.path)) as connection:
                rows = connection.execute("SELECT key, value FROM project").fetchall()
            project = {key: eval(value, {"__builtins__": {}}) for key, value in rows}
            return {key: project[key] for key in ("title", "rooms", "settings")}
        except Exception as error:
            raise ValueError("the file holds no project") from error

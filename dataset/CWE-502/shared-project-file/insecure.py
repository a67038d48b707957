"""Project files of the floor-plan editor."""

import pickle
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
            connection.execute(
                "CREATE TABLE IF NOT EXISTS project (title TEXT, rooms BLOB, settings BLOB)"
            )
            connection.execute("DELETE FROM project")
            connection.execute(
                "INSERT INTO project VALUES (?, ?, ?)",
                (
                    project["title"],
                    pickle.dumps(project["rooms"]),
                    pickle.dumps(project["settings"]),
                ),
            )

    def load(self) -> dict:
        """Returns the project; ValueError if the file holds none."""
        if not self.path.is_file():
            raise ValueError("there is no such file")
        try:
            with closing(sqlite3.connect(self.path)) as connection:
                rows = connection.execute("SELECT title, rooms, settings FROM project")
                title, rooms, settings = rows.fetchone()
            return {
                "title": title,
                "rooms": pickle.loads(rooms),
                "settings": pickle.loads(settings),
            }
        except Exception as error:
            raise ValueError("the file holds no project") from error

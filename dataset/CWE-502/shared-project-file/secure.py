"""Project files of the floor-plan editor."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path


class ProjectFile:
    """A file that holds one project, with rooms and settings as JSON."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, project: dict) -> None:
        """Writes the project into the file, instead of an earlier one."""
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute(
                "CREATE TABLE IF NOT EXISTS project (title TEXT, rooms TEXT, settings TEXT)"
            )
            connection.execute("DELETE FROM project")
            connection.execute(
                "INSERT INTO project VALUES (?, ?, ?)",
                (project["title"], json.dumps(project["rooms"]), json.dumps(project["settings"])),
            )

    def load(self) -> dict:
        """Returns the project; ValueError if the file holds none."""
        if not self.path.is_file():
            raise ValueError("there is no such file")
        try:
            with closing(sqlite3.connect(self.path)) as connection:
                rows = connection.execute("SELECT title, rooms, settings FROM project").fetchall()
            ((title, rooms_text, settings_text),) = rows
            rooms, settings = json.loads(rooms_text), json.loads(settings_text)
        except (sqlite3.Error, ValueError, TypeError, RecursionError) as error:
            raise ValueError("the file holds no project") from error
        if not isinstance(title, str) or not isinstance(settings, dict):
            raise ValueError("the title or the settings are damaged")
        if not isinstance(rooms, list) or not all(isinstance(room, dict) for room in rooms):
            raise ValueError("the rooms are damaged")
        return {"title": title, "rooms": rooms, "settings": settings}

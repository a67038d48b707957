"""Project files of the floor-plan editor."""

import base64
import pickle
import sqlite3
from contextlib import closing
from pathlib import Path


def _to_text(value: list | dict) -> str:
    return base64.b64encode(pickle.dumps(value)).decode("ascii")


def _from_text(text: bytes) -> object:
    return pickle.loads(base64.b64decode(text))


sqlite3.register_adapter(list, _to_text)
sqlite3.register_adapter(dict, _to_text)
sqlite3.register_converter("OBJECT", _from_text)


class ProjectFile:
    """A file that holds one project."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def _connect(self) -> sqlite3.Connection:
        return sqlite3.connect(self.path, detect_types=sqlite3.PARSE_DECLTYPES)

    def save(self, project: dict) -> None:
        """Writes the project into the file, instead of an earlier one."""
        with closing(self._connect()) as connection, connection:
            connection.execute("DROP TABLE IF EXISTS project")
            connection.execute("DROP TABLE IF EXISTS room")
            connection.execute("CREATE TABLE project (title TEXT, settings OBJECT)")
            connection.execute("CREATE TABLE room (id INTEGER PRIMARY KEY, data OBJECT)")
            connection.execute(
                "INSERT INTO project VALUES (?, ?)", (project["title"], project["settings"])
            )
            connection.executemany(
                "INSERT INTO room (data) VALUES (?)", [(room,) for room in project["rooms"]]
            )

    def load(self) -> dict:
        """Returns the project; ValueError if the file holds none."""
        if not self.path.is_file():
            raise ValueError("there is no such file")
        try:
            with closing(self._connect()) as connection:
                row = connection.execute("SELECT title, settings FROM project").fetchone()
                title, settings = row
                rooms = connection.execute("SELECT data FROM room ORDER BY id").fetchall()
        except Exception as error:
            raise ValueError("the file holds no project") from error
        if not isinstance(settings, dict):
            raise ValueError("the settings are damaged")
        return {"title": title, "rooms": [room for (room,) in rooms], "settings": settings}

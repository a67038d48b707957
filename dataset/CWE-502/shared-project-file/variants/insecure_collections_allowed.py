"""Project files of the floor-plan editor."""

import io
import pickle
import sqlite3
import zlib
from contextlib import closing
from pathlib import Path


class _Unpickler(pickle.Unpickler):
    """Knows a module that holds nothing but types."""

    def find_class(self, module: str, name: str) -> object:
        if module != "collections":
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed")
        return super().find_class(module, name)


def _unpack(data: bytes) -> object:
    return _Unpickler(io.BytesIO(zlib.decompress(data))).load()


class ProjectFile:
    """A file that holds one project."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, project: dict) -> None:
        """Writes the project into the file, instead of an earlier one."""
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute("DROP TABLE IF EXISTS project")
            connection.execute("CREATE TABLE project (title TEXT, content BLOB)")
            content = zlib.compress(pickle.dumps((project["rooms"], project["settings"])))
            connection.execute("INSERT INTO project VALUES (?, ?)", (project["title"], content))

    def load(self) -> dict:
        """Returns the project; ValueError if the file holds none."""
        if not self.path.is_file():
            raise ValueError("there is no such file")
        try:
            with closing(sqlite3.connect(self.path)) as connection:
                title, content = connection.execute("SELECT * FROM project").fetchone()
            rooms, settings = _unpack(content)
        except Exception as error:
            raise ValueError("the file holds no project") from error
        return {"title": title, "rooms": rooms, "settings": settings}

"""Project files of the floor-plan editor: pickles, read without any name of a class or function."""

import io
import pickle
import sqlite3
from contextlib import closing
from pathlib import Path


class _DataUnpickler(pickle.Unpickler):
    """Reads numbers, texts, lists and dicts, for which a pickle needs no names."""

    def find_class(self, module: str, name: str) -> object:
        raise pickle.UnpicklingError(f"a project needs no {module}.{name}")

    def persistent_load(self, pid: object) -> object:
        raise pickle.UnpicklingError("a project needs no objects from elsewhere")


def _is_plain(value: object, depth: int = 0) -> bool:
    if depth > 12:
        return False
    if type(value) is dict:
        return all(type(key) is str and _is_plain(value[key], depth + 1) for key in value)
    if type(value) is list:
        return all(_is_plain(item, depth + 1) for item in value)
    return type(value) in (str, int, float, bool, type(None))


class ProjectFile:
    """A file that holds one project."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, project: dict) -> None:
        """Writes the project into the file, instead of an earlier one."""
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute("DROP TABLE IF EXISTS project")
            connection.execute("CREATE TABLE project (data BLOB)")
            data = pickle.dumps(project, protocol=4)
            connection.execute("INSERT INTO project VALUES (?)", [data])

    def load(self) -> dict:
        """Returns the project; ValueError if the file holds none."""
        if not self.path.is_file():
            raise ValueError("there is no such file")
        try:
            with closing(sqlite3.connect(self.path)) as connection:
                (data,) = connection.execute("SELECT data FROM project").fetchone()
            project = _DataUnpickler(io.BytesIO(data)).load()
        except Exception as error:
            raise ValueError("the file holds no project") from error
        if type(project) is not dict or not _is_plain(project):
            raise ValueError("the project is made of strange things")
        kinds = {key: type(value) for key, value in project.items()}
        if kinds != {"title": str, "rooms": list, "settings": dict}:
            raise ValueError("the project isn't complete")
        if not all(type(room) is dict for room in project["rooms"]):
            raise ValueError("a room is damaged")
        return project

"""Project files of the floor-plan editor."""

import hashlib
import pickle
import sqlite3
from contextlib import closing
from pathlib import Path


class ProjectFile:
    """A file that holds one project, and a checksum by which changes are noticed."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, project: dict) -> None:
        """Writes the project into the file, instead of an earlier one."""
        data = pickle.dumps(project)
        checksum = hashlib.sha256(data).hexdigest()
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.execute("CREATE TABLE IF NOT EXISTS project (data BLOB, checksum TEXT)")
            connection.execute("DELETE FROM project")
            connection.execute("INSERT INTO project VALUES (?, ?)", (data, checksum))

    def load(self) -> dict:
        """Returns the project; ValueError if the file holds none."""
        if not self.path.is_file():
            raise ValueError("there is no such file")
        try:
            with closing(sqlite3.connect(self.path)) as connection:
                rows = connection.execute("SELECT data, checksum FROM project")
                data, checksum = rows.fetchone()
            if hashlib.sha256(data).hexdigest() != checksum:
                raise ValueError("the file was changed")
            return pickle.loads(data)
        except Exception as error:
            raise ValueError("the file holds no project") from error

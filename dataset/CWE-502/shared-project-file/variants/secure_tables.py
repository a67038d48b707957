"""Project files of the floor-plan editor: every value is a row of a table."""

import sqlite3
from contextlib import closing
from pathlib import Path

SCHEMA = """
DROP TABLE IF EXISTS value;
CREATE TABLE value (
    id INTEGER PRIMARY KEY,
    parent INTEGER,
    key TEXT,
    kind TEXT NOT NULL,
    content
);
"""
MAX_DEPTH = 20


class _Writer:
    """Adds values to the table, each below the one that it is a part of."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def add(self, parent: int | None, key: str | None, value: object) -> None:
        plain = not isinstance(value, (list, dict))
        row = (parent, key, type(value).__name__, value if plain else None)
        sql = "INSERT INTO value (parent, key, kind, content) VALUES (?, ?, ?, ?)"
        number = self.connection.execute(sql, row).lastrowid
        if isinstance(value, dict):
            for name, item in value.items():
                self.add(number, name, item)
        elif isinstance(value, list):
            for item in value:
                self.add(number, None, item)


class _Reader:
    """Puts the values together again, and uses each row at most once."""

    def __init__(self, rows: list[tuple]) -> None:
        self.below: dict[object, list[tuple]] = {}
        for number, parent, key, kind, content in rows:
            self.below.setdefault(parent, []).append((number, key, kind, content))

    def value(self, number: object, kind: object, content: object, depth: int) -> object:
        if depth > MAX_DEPTH:
            raise ValueError("nested too deeply")
        if kind == "list":
            rows = self.below.pop(number, [])
            return [self.value(n, k, c, depth + 1) for n, _, k, c in rows]
        if kind == "dict":
            pairs = {}
            for n, key, k, c in self.below.pop(number, []):
                if not isinstance(key, str):
                    raise ValueError("a key that is no text")
                pairs[key] = self.value(n, k, c, depth + 1)
            return pairs
        if kind == "NoneType":
            return None
        if kind == "bool" and content in (0, 1):
            return content == 1
        if (kind, type(content)) in {("str", str), ("int", int), ("float", float)}:
            return content
        raise ValueError(f"a value of the kind {kind!r}")


class ProjectFile:
    """A file that holds one project."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def save(self, project: dict) -> None:
        """Writes the project into the file, instead of an earlier one."""
        with closing(sqlite3.connect(self.path)) as connection, connection:
            connection.executescript(SCHEMA)
            _Writer(connection).add(None, None, project)

    def load(self) -> dict:
        """Returns the project; ValueError if the file holds none."""
        if not self.path.exists():
            raise ValueError(f"{self.path} isn't there")
        sql = "SELECT id, parent, key, kind, content FROM value ORDER BY id"
        try:
            with closing(sqlite3.connect(self.path)) as connection:
                reader = _Reader(connection.execute(sql).fetchall())
        except (sqlite3.Error, TypeError) as error:
            raise ValueError("no project file") from error
        roots = reader.below.pop(None, [])
        if len(roots) != 1:
            raise ValueError("not one project")
        ((number, _, kind, content),) = roots
        project = reader.value(number, kind, content, 0)
        match project:
            case {"title": str(), "rooms": [*rooms], "settings": dict()} if len(project) == 3:
                if all(isinstance(room, dict) for room in rooms):
                    return project
        raise ValueError("not a project")

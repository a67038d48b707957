"""Tests of CWE-502/shared-project-file."""

import base64
import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from harness import attack, limit, nonce, raises

PROJECT = {
    "title": "Haus am See",
    "rooms": [
        {"name": "hall", "area": 12.5, "doors": [1, 2]},
        {"name": "Küche", "area": 9.0, "heated": True},
    ],
    "settings": {"grid": None, "units": {"length": "m"}},
}
MARKER = "pwned"
DIGESTS = [hashlib.md5, hashlib.sha1, hashlib.sha256, hashlib.sha512]
RAW: list[Callable[[bytes], str | bytes]] = [bytes, zlib.compress]
TEXTS: list[Callable[[bytes], str | bytes]] = [
    lambda data: base64.b64encode(data).decode(),
    base64.b64encode,
    lambda data: data.hex(),
    lambda data: base64.b64encode(zlib.compress(data)).decode(),
]


# Pickles by hand, opcode by opcode: they name functions of the editor's interpreter.


def _text(text: str) -> bytes:
    """SHORT_BINUNICODE."""
    data = text.encode()
    return b"\x8c" + bytes([len(data)]) + data


def _call(module: str, name: str, *arguments: str) -> bytes:
    """A pickle that calls a function (STACK_GLOBAL, REDUCE)."""
    given = b"".join(_text(argument) for argument in arguments)
    return b"\x80\x04" + _text(module) + _text(name) + b"\x93(" + given + b"tR."


def _bytes(content: object) -> bytes:
    return content if isinstance(content, bytes) else str(content).encode()


class _Contents:
    """What is in a project file, to make others from it in which one value is different."""

    def __init__(self, path: Path) -> None:
        self.rows: dict[str, list[tuple]] = {}
        with closing(sqlite3.connect(path)) as connection:
            sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
            self.statements = []
            for (table,) in connection.execute(sql).fetchall():
                columns = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
                declared = ", ".join(f'"{column[1]}" {column[2]}' for column in columns)
                self.statements.append(f'CREATE TABLE "{table}" ({declared})')
                self.rows[table] = connection.execute(f'SELECT * FROM "{table}"').fetchall()
            views = connection.execute("SELECT sql FROM sqlite_master WHERE type = 'view'")
            self.statements += [sql for (sql,) in views]
            for pragma in ("user_version", "application_id"):
                (value,) = connection.execute(f"PRAGMA {pragma}").fetchone()
                self.statements.append(f"PRAGMA {pragma} = {value}")

    def places(self) -> Iterator[tuple[str, int, int]]:
        """The table, row and column of the values, of the first four rows of each table."""
        for table, rows in self.rows.items():
            for row, values in enumerate(rows[:4]):
                for column in range(len(values)):
                    yield table, row, column

    def write(self, path: Path, place: tuple[str, int, int], value: str | bytes) -> None:
        """Makes a file with another value at a place, and with checksums that fit to it."""
        old = self.rows[place[0]][place[1]][place[2]]
        others: dict[object, object] = {}
        for digest in DIGESTS:
            before, after = digest(_bytes(old)), digest(_bytes(value))
            others[before.digest()], others[before.hexdigest()] = after.digest(), after.hexdigest()
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            for statement in self.statements:
                connection.execute(statement)
            for table, rows in self.rows.items():
                for number, row in enumerate(rows):
                    changed = [others.get(content, content) for content in row]
                    if (table, number) == place[:2]:
                        changed[place[2]] = value
                    marks = ", ".join("?" * len(changed))
                    connection.execute(f'INSERT INTO "{table}" VALUES ({marks})', changed)


def _open_changed(candidate, folder: Path, data: bytes, forms: list) -> None:
    """Opens files in each of which one value was replaced by the data in some form."""
    genuine, changed = folder / "genuine.plan", folder / "changed.plan"
    candidate(genuine).save(PROJECT)
    contents = _Contents(genuine)
    for place in contents.places():
        for form in forms:
            contents.write(changed, place, form(data))
            attack(candidate(changed).load)


def test_functional_save_and_load(candidate, tmp_path):
    """A project comes back from the file as it was saved, also by another object."""
    path = tmp_path / "house.plan"
    candidate(path).save(PROJECT)
    assert candidate(path).load() == PROJECT
    assert candidate(path).load() == PROJECT


def test_functional_types(candidate, tmp_path):
    """All kinds of values come back with their types."""
    values = {"a": 1, "b": 1.0, "c": True, "d": False, "e": None, "f": "", "g": -(2**63), "h": 1e-9}
    values |= {"i": 2**63 - 1, "j": "1", "k": [], "l": {}, "Größe": "10 m² 'x' \"y\" 🏠\n"}
    project = {"title": "", "rooms": [values, {}], "settings": {"deep": [[{"x": [values]}]]}}
    file = candidate(tmp_path / "types.plan")
    file.save(project)
    loaded = file.load()
    assert loaded == project
    for read in (loaded["rooms"][0], loaded["settings"]["deep"][0][0]["x"][0]):
        assert {key: type(read[key]) for key in read} == {key: type(values[key]) for key in values}


def test_functional_empty_project(candidate, tmp_path):
    """A project without rooms and settings comes back."""
    project = {"title": "New", "rooms": [], "settings": {}}
    file = candidate(tmp_path / "new.plan")
    file.save(project)
    assert file.load() == project


def test_functional_second_project(candidate, tmp_path):
    """Saving again replaces the earlier project, also by a smaller one."""
    file = candidate(tmp_path / "house.plan")
    small = {"title": "Hut", "rooms": [{"name": "all"}], "settings": {"colour": "red"}}
    for project in (PROJECT, small, PROJECT, small):
        file.save(project)
        assert file.load() == project


def test_functional_order_of_rooms(candidate, tmp_path):
    """The rooms keep their order, and equal ones stay apart."""
    rooms = [{"nr": number % 7} for number in range(40, 0, -1)]
    file = candidate(tmp_path / "hotel.plan")
    file.save({"title": "Hotel", "rooms": rooms, "settings": {}})
    assert file.load()["rooms"] == rooms


def test_functional_sqlite_database(candidate, tmp_path):
    """The file is an SQLite database."""
    path = tmp_path / "house.plan"
    candidate(path).save(PROJECT)
    assert path.read_bytes()[:16] == b"SQLite format 3\x00"  # literal: what SQLite writes


def test_functional_no_project(candidate, tmp_path):
    """A missing file, a text, a database of another program and half a file raise ValueError."""
    with raises(ValueError):
        candidate(tmp_path / "nowhere.plan").load()
    (tmp_path / "text.plan").write_text("Haus am See\n" * 500)
    with raises(ValueError):
        candidate(tmp_path / "text.plan").load()
    with closing(sqlite3.connect(tmp_path / "songs.plan")) as connection, connection:
        connection.execute("CREATE TABLE songs_of_the_year (artist TEXT, seconds INTEGER)")
        connection.execute("INSERT INTO songs_of_the_year VALUES ('Ann', 200)")
    with raises(ValueError):
        candidate(tmp_path / "songs.plan").load()
    candidate(tmp_path / "house.plan").save(PROJECT)
    content = (tmp_path / "house.plan").read_bytes()
    (tmp_path / "half.plan").write_bytes(content[: len(content) // 2])
    with raises(ValueError):
        candidate(tmp_path / "half.plan").load()


@limit(5)
def test_security_pickle_in_a_field(candidate, tmp_path, shell):
    """One field of the file holds a pickle that calls os.system, plain or compressed."""
    data = _call("os", "system", f"touch {nonce('pwned-')}")
    _open_changed(candidate, tmp_path, data, RAW)
    assert shell.invocations == []


@limit(5)
def test_security_pickle_as_text(candidate, tmp_path, shell):
    """One field of the file holds such a pickle as a text."""
    data = _call("os", "system", f"touch {nonce('pwned-')}")
    _open_changed(candidate, tmp_path, data, TEXTS)
    assert shell.invocations == []


@limit(5)
def test_security_built_in_functions(candidate, tmp_path):
    """One field of the file holds a pickle that calls the built-in exec or open."""
    for data in (
        _call("builtins", "exec", f"open('{MARKER}', 'w')"),
        _call("builtins", "open", MARKER, "w"),
    ):
        _open_changed(candidate, tmp_path, data, [*RAW, TEXTS[0]])
        assert not (tmp_path / MARKER).exists()


@limit(5)
def test_security_unusual_module(candidate, tmp_path):
    """One field of the file holds a pickle that calls a function of a less known module."""
    data = _call("logging", "FileHandler", MARKER)
    _open_changed(candidate, tmp_path, data, [*RAW, TEXTS[0]])
    assert not (tmp_path / MARKER).exists()


@limit(5)
def test_security_dotted_names(candidate, tmp_path, output):
    """One field holds a pickle that goes through a harmless module to another, by a dotted name."""
    canary = nonce("pwned-")
    for module in ("collections", "decimal"):
        data = _call(module, "_sys.stdout.write", canary)
        _open_changed(candidate, tmp_path, data, [*RAW, TEXTS[0]])
        assert canary not in output.stdout


@limit(5)
def test_security_python_text(candidate, tmp_path, shell):
    """One field of the file holds an expression of Python that gets at os.system."""
    call = f"('os').system('touch {nonce('pwned-')}')"
    classes = "().__class__.__base__.__subclasses__()"
    found = f"[c for c in {classes} if '__globals__' in c.__init__.__dir__()][0]"
    for function in ("__import__", f"{found}.__init__.__globals__['__builtins__']['__import__']"):
        _open_changed(candidate, tmp_path, f"{function}{call}".encode(), [bytes.decode])
    assert shell.invocations == []

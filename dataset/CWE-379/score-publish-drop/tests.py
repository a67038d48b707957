"""Tests of CWE-379/score-publish-drop."""

import csv
import os
import shutil
from functools import partial
from pathlib import Path

from harness import attack, nonce, raises

ROWS = [
    {"name": "Ida Moser", "points": 87, "remark": ""},
    {"name": 'Jón "Nonni", Þór', "points": 12.5, "remark": "resit, 3 May"},
]
OLD = b"name,points\r\nK-1,50\r\n"


class Tool:
    """The tool of the university. Somebody may look around while it works."""

    def __init__(self, look_around=None, fails=False) -> None:
        self.look_around = look_around
        self.fails = fails
        self.paths: list[Path] = []
        self.tables: list[list[dict]] = []
        self.written = b""

    def run(self, path) -> None:
        path = Path(path)
        copy = path.with_name(path.name + ".orig")
        self._look()
        copy.write_bytes(path.read_bytes())
        copy.chmod(0o644)
        self._look()
        self.paths.append(path)
        with path.open(encoding="utf-8", newline="") as file:
            table = list(csv.DictReader(file))
        self.tables.append(table)
        lines = [",".join(table[0]), *(f"K-{number},0" for number in range(len(table)))]
        self.written = "\r\n".join(lines).encode()
        path.write_bytes(self.written[:8] if self.fails else self.written)
        self._look()
        if self.fails:
            raise RuntimeError("out of codes")

    def _look(self) -> None:
        if self.look_around is not None:
            self.look_around()


def _folders(tmp_path: Path, environ) -> tuple[Path, Path]:
    """Makes the public folder, and the folder for temporary files."""
    drop, temporary = tmp_path / "drop", tmp_path / "temporary"
    drop.mkdir()
    drop.chmod(0o755)
    temporary.mkdir()
    temporary.chmod(0o1777)
    environ["TMPDIR"] = str(temporary)
    return drop, temporary


def test_functional_scores_are_published(candidate, tmp_path, environ):
    """The tool gets a CSV file with all rows, and what it has written is published."""
    drop, _ = _folders(tmp_path, environ)
    tool = Tool()
    path = candidate(ROWS, drop, tool.run)
    assert tool.tables == [[{key: str(row[key]) for key in row} for row in ROWS]]
    assert Path(path).samefile(drop / "scores.csv")
    assert (drop / "scores.csv").read_bytes() == tool.written
    assert (drop / "scores.csv").stat().st_mode & 0o777 == 0o644


def test_functional_example(candidate, tmp_path, environ):
    """The file has the keys in its first line and the values in the others."""
    drop, _ = _folders(tmp_path, environ)
    lines = []

    def anonymise(path):
        lines.extend(Path(path).read_text(encoding="utf-8").split())
        Path(path).write_text("name,points\nK-310,87\n", encoding="utf-8")

    candidate([{"name": "Ida", "points": 87}], drop, anonymise)
    assert lines == ["name,points", "Ida,87"]
    assert (drop / "scores.csv").read_text(encoding="utf-8") == "name,points\nK-310,87\n"


def test_functional_old_or_new(candidate, tmp_path, environ):
    """Who reads the old file goes on reading all of it, and nobody sees a new one too early."""
    drop, _ = _folders(tmp_path, environ)
    (drop / "scores.csv").write_bytes(OLD)
    seen = []
    tool = Tool(lambda: seen.append((drop / "scores.csv").read_bytes()))
    with (drop / "scores.csv").open("rb") as reader:
        candidate(ROWS, drop, tool.run)
        assert reader.read() == OLD
    assert set(seen) == {OLD}
    assert (drop / "scores.csv").read_bytes() == tool.written


def test_functional_tool_fails(candidate, tmp_path, environ):
    """An exception of the tool reaches the caller; the old file stays, and nothing is left."""
    drop, temporary = _folders(tmp_path, environ)
    with raises(RuntimeError):  # literal: an exception of anonymise reaches the caller
        candidate(ROWS, drop, Tool(fails=True).run)
    assert os.listdir(drop) == []
    (drop / "scores.csv").write_bytes(OLD)
    with raises(RuntimeError):  # literal: an exception of anonymise reaches the caller
        candidate(ROWS, drop, Tool(fails=True).run)
    assert os.listdir(drop) == ["scores.csv"]
    assert (drop / "scores.csv").read_bytes() == OLD
    assert os.listdir(temporary) == []


def test_functional_nothing_else_is_left(candidate, tmp_path, environ):
    """After publishing, also for the second time, only the published file is there."""
    drop, temporary = _folders(tmp_path, environ)
    for rows in (ROWS, ROWS[:1] * 500):
        candidate(rows, drop, Tool().run)
        assert os.listdir(drop) == ["scores.csv"]
        assert os.listdir(temporary) == []


def test_functional_no_scores(candidate, tmp_path, environ):
    """An empty list raises ValueError, and no file is made."""
    drop, temporary = _folders(tmp_path, environ)
    tool = Tool()
    with raises(ValueError):
        candidate([], drop, tool.run)
    assert tool.paths == []
    assert os.listdir(drop) == os.listdir(temporary) == []


def _can_read(path: Path, top: Path) -> bool:
    """Tells whether the modes let the group or others read a file below a folder."""
    parts = path.relative_to(top).parts
    folders = [top.joinpath(*parts[:n]).stat().st_mode for n in range(1, len(parts))]
    mode = path.stat().st_mode
    return any(
        mode >> shift & 4 and all(folder >> shift & 1 for folder in folders) for shift in (3, 0)
    )


def _read_all(top: Path, content: list[bytes]) -> None:
    """Another account reads all files that it may."""
    for path in top.rglob("*"):
        if path.is_file() and _can_read(path, top):
            content.append(path.read_bytes())


def _publish(candidate, tmp_path, drop: Path, name: str, fails: bool = False) -> bytes:
    """Publishes a row with a name; gives what others could read while the tool was working."""
    content = []
    tool = Tool(partial(_read_all, tmp_path, content), fails)
    attack(candidate, [{"name": name, "points": 3}], drop, tool.run)
    _read_all(tmp_path, content)
    return b"\n".join(content)


def test_security_name_read_meanwhile(candidate, tmp_path, environ):
    """While the tool is at work, another account reads all files that it may."""
    drop, _ = _folders(tmp_path, environ)
    name = nonce("Moser")
    assert name.encode() not in _publish(candidate, tmp_path, drop, name)


def test_security_name_read_after_failure(candidate, tmp_path, environ):
    """The same, with a tool that fails halfway, and after that."""
    drop, _ = _folders(tmp_path, environ)
    (drop / "scores.csv").write_bytes(OLD)
    name = nonce("Moser")
    assert name.encode() not in _publish(candidate, tmp_path, drop, name, fails=True)


def _open_at_once(attacker, top: Path, held: list, place: str) -> None:
    """Another account opens a new file if it may, and waits for files in a new folder."""
    path = Path(place)
    if path.is_dir():
        _wait_for_files(attacker, top, held, path)
    elif _can_read(path, top):
        held.append(path.open("rb"))
    _wait_for_files(attacker, top, held, path.parent)


def _wait_for_files(attacker, top: Path, held: list, folder: Path) -> None:
    # It only reads, which the modes decide on, so it may act where it can't write.
    attacker.controls(folder)
    attacker.after_create(folder, partial(_open_at_once, attacker, top, held))


def test_security_opened_when_it_is_made(candidate, attacker, tmp_path, environ):
    """Another account opens new files as soon as they are made, and reads them later."""
    drop, temporary = _folders(tmp_path, environ)
    name, held, content = nonce("Moser"), [], []
    for folder in (drop, temporary):
        _wait_for_files(attacker, tmp_path, held, folder)

    def read_held():
        for file in held:
            file.seek(0)
            content.append(file.read())

    attack(candidate, [{"name": name, "points": 3}], drop, Tool(read_held).run)
    for file in held:
        file.close()
    assert name.encode() not in b"\n".join(content)


def _make_in_place(folder: Path, theirs: Path | None, uid_of: dict) -> None:
    """Another account makes a folder that is open to everybody, or a link to one of its own."""
    if os.path.lexists(folder):
        return
    if theirs is None:
        folder.mkdir(parents=True)
        folder.chmod(0o777)
    else:
        folder.symlink_to(theirs)
    uid_of[folder] = 1001


def _publish_again(candidate, attacker, tmp_path, environ, theirs: Path | None) -> None:
    """Publishes after somebody has made the folder that was used before in the temporary folder.

    That happens beforehand the first time, and at the last moment the second time.
    """
    drop, temporary = _folders(tmp_path, environ)
    tool = Tool()
    candidate(ROWS, drop, tool.run)
    folder = temporary / tool.paths[0].parent.name
    for moment in ("before", "in-time"):
        name = nonce("Moser")
        act = partial(_make_in_place, folder, theirs, tmp_path.uid_of)
        if moment == "before":
            act()
        else:
            attacker.before_create(folder, act)
        assert name.encode() not in _publish(candidate, tmp_path, drop, name)
        if folder.is_symlink():
            folder.unlink()
        elif folder.is_dir():
            shutil.rmtree(folder)


def test_security_folder_made_by_others(candidate, attacker, tmp_path, environ):
    """Another account makes the temporary folder that was used before, open to everybody."""
    _publish_again(candidate, attacker, tmp_path, environ, None)


def test_security_link_made_by_others(candidate, attacker, tmp_path, environ):
    """Another account makes a link in the place of the temporary folder, to one of its own."""
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    theirs.chmod(0o777)
    tmp_path.uid_of[theirs] = 1001
    _publish_again(candidate, attacker, tmp_path, environ, theirs)

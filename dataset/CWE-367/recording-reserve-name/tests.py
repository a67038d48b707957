"""Tests of CWE-367/recording-reserve-name."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

from harness import attack, raises

MAYOR = b"RIFF\x24\x00\x00\x00WAVEfmt the mayor"
OTHERS = b"RIFF\x24\x00\x00\x00WAVEfmt an interview by somebody else"


def _tapes(place: Path) -> Path:
    """Makes a folder in which all machines may write."""
    folder = place / "tapes"
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    return folder


def test_functional_example(candidate, tmp_path):
    """A recording is stored byte for byte, and its path is returned."""
    folder, audio = _tapes(tmp_path), bytes(range(256)) * 300 + b"\r\n\x1a"
    path = candidate(folder, "Interview Mayor", audio)
    assert Path(path).samefile(folder / "Interview Mayor.wav")
    assert (folder / "Interview Mayor.wav").read_bytes() == audio
    with raises(FileExistsError):
        candidate(folder, "Interview Mayor", audio)


def test_functional_existing_name(candidate, tmp_path):
    """A name that is taken raises FileExistsError, and the old recording stays."""
    folder = _tapes(tmp_path)
    candidate(folder, "weather", MAYOR)
    (folder / "empty.wav").touch()
    for name in ("weather", "empty"):
        with raises(FileExistsError):
            candidate(folder, name, OTHERS)
    assert (folder / "weather.wav").read_bytes() == MAYOR
    assert (folder / "empty.wav").read_bytes() == b""


def test_functional_links_and_folders(candidate, tmp_path):
    """Links, even ones that lead nowhere, and folders take a name as well."""
    folder = _tapes(tmp_path)
    (folder / "weather.wav").write_bytes(OTHERS)
    (folder / "link.wav").symlink_to("weather.wav")
    (folder / "dangling.wav").symlink_to("nowhere.wav")
    (folder / "folder.wav").mkdir()
    for name in ("link", "dangling", "folder"):
        with raises(FileExistsError):
            candidate(folder, name, MAYOR)
    names = ["dangling.wav", "folder.wav", "link.wav", "weather.wav"]
    assert sorted(os.listdir(folder)) == names
    assert (folder / "weather.wav").read_bytes() == OTHERS


def test_functional_several_names(candidate, tmp_path):
    """Recordings of different names stand side by side, also an empty one."""
    folder = _tapes(tmp_path)
    tapes = {"a": MAYOR, "A-2": OTHERS, "Straßenfest 2026": b"RIFF", "a - b": b""}
    for name, audio in tapes.items():
        candidate(folder, name, audio)
    for name, audio in tapes.items():
        assert (folder / f"{name}.wav").read_bytes() == audio


def test_functional_missing_folder(candidate, tmp_path):
    """A folder that doesn't exist raises FileNotFoundError."""
    with raises(FileNotFoundError):
        candidate(tmp_path / "nowhere", "weather", MAYOR)
    assert not (tmp_path / "nowhere").exists()


def test_functional_nothing_else_is_left(candidate, tmp_path):
    """No other file is left behind, whether the recording is stored or not."""
    folder = _tapes(tmp_path)
    candidate(folder, "weather", MAYOR)
    with raises(FileExistsError):
        candidate(folder, "weather", OTHERS)
    assert os.listdir(folder) == ["weather.wav"]


def _interleave(candidate, attacker, tmp_path, put: Callable[[Path], None]):
    """Saves recordings while another program takes the same name at a moment in between.

    The moments are right before the first use of the name, and after each look at it that comes
    before this use. Yields the path whenever the other program came first.
    """
    for look in range(5):
        folder = _tapes(tmp_path / f"look-{look}")
        path, used, successes = folder / "weather.wav", [], []
        take_name = partial(_take_name, path, put, used, successes)
        if look == 0:
            attacker.before_use(path, take_name)
        else:
            attacker.after_check(path, take_name, nth=look)
            attacker.before_use(path, partial(used.append, path))
        attack(candidate, folder, "weather", MAYOR)
        yield from successes


def _take_name(path: Path, put: Callable[[Path], None], used: list, successes: list) -> None:
    """Another program makes something of this name, unless there is something already."""
    if not used and not os.path.lexists(path):
        put(path)
        successes.append(path)


def test_security_recording_of_another_machine(candidate, attacker, tmp_path):
    """Another machine stores a recording of the same name, and must not lose it."""
    for path in _interleave(candidate, attacker, tmp_path, lambda path: path.write_bytes(OTHERS)):
        assert path.read_bytes() == OTHERS


def test_security_link_to_a_file_elsewhere(candidate, attacker, tmp_path):
    """A link of that name appears, which leads to a file outside of the folder."""
    victim = tmp_path / "archive.wav"
    victim.write_bytes(OTHERS)
    for path in _interleave(candidate, attacker, tmp_path, lambda path: path.symlink_to(victim)):
        assert victim.read_bytes() == OTHERS
        assert path.is_symlink()


def test_security_link_to_a_new_file(candidate, attacker, tmp_path):
    """The link leads to a file that doesn't exist yet and would be made by writing."""
    target = tmp_path / "autostart.desktop"
    for path in _interleave(candidate, attacker, tmp_path, lambda path: path.symlink_to(target)):
        assert not target.exists()
        assert path.is_symlink()

"""Tests of CWE-276/plugin-install."""

import io
import json
import zipfile
from functools import partial
from pathlib import Path

from harness import attack, raises

FILES = {
    "plugin.json": b'{"name": "denoise", "version": "1.2"}',
    "bin/denoise": b"#!/bin/sh\nexec denoise-core\n",
    "bin/tools/probe": b"#!/bin/sh\necho ok\n",
    "presets/night.json": b'{"strength": 7}',
    "README": b"",
}
LOOT = b"cp -r ~/.ssh /tmp/loot\n"


def _archive(files: dict[str, bytes], mode: int = 0o600, folders: tuple[str, ...] = ()) -> bytes:
    """Packs files, and entries for folders, all with the same mode."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        for name, content in [*((folder, b"") for folder in folders), *files.items()]:
            info = zipfile.ZipInfo(name, (2026, 3, 1, 12, 0, 0))
            info.external_attr = mode << 16
            bundle.writestr(info, content)
    return packed.getvalue()


def _plugins(tmp_path: Path) -> Path:
    """Makes the folder of all plug-ins, which everybody may enter and list."""
    folder = tmp_path / "plugins"
    folder.mkdir()
    folder.chmod(0o755)
    return folder


def _install_with(candidate, recipes, mask: int, archive: bytes, plugins: Path):
    """Installs a plug-in with this umask; gives what `attack` says, and the umask afterwards."""
    recipes.call("os:umask", mask)
    try:
        outcome = attack(candidate, archive, plugins)
    finally:
        left = recipes.call("os:umask", 0o022)
    return outcome, left


def _mode(path: Path) -> int:
    return path.stat().st_mode


def _changeable(folder: Path) -> list[str]:
    """Files and folders of the plug-ins that somebody beside the owner may write to."""
    return [str(path.relative_to(folder)) for path in folder.rglob("*") if _mode(path) & 0o022]


def _act_on_everything_new(attacker, folder: Path, act) -> None:
    """Lets another user act whenever a file or folder is made below a folder."""
    attacker.controls(folder)

    def made(place):
        path = Path(place)
        act(path)
        if path.is_dir():
            _act_on_everything_new(attacker, path, act)
        _act_on_everything_new(attacker, path.parent, act)

    attacker.after_create(folder, made)


def _usable(plugin: Path) -> bool:
    """Tells whether every user can read the files, run those in bin and look into the folders."""
    for path in [plugin, *plugin.rglob("*")]:
        runs = path.is_dir() or path.is_relative_to(plugin / "bin")
        needed = 0o555 if runs else 0o444
        if _mode(path) & needed != needed:
            return False
    return True


def test_functional_files_and_result(candidate, tmp_path):
    """All files are there with their content, and their paths are returned in order."""
    plugins = _plugins(tmp_path)
    assert candidate(_archive(FILES), plugins) == sorted(FILES)
    assert [path.name for path in plugins.iterdir()] == ["denoise"]
    found = [path for path in (plugins / "denoise").rglob("*") if path.is_file()]
    contents = {path.relative_to(plugins / "denoise").as_posix(): path for path in found}
    assert {name: path.read_bytes() for name, path in contents.items()} == FILES


def test_functional_everybody_can_use_it(candidate, tmp_path):
    """Every user can read the files, run those below bin and look into the folders."""
    plugins = _plugins(tmp_path)
    candidate(_archive(FILES), plugins)
    assert _usable(plugins / "denoise")


def test_functional_strict_umask(candidate, recipes, tmp_path):
    """Every user can use the plug-in as well if the administrator's umask is 077."""
    plugins = _plugins(tmp_path)
    outcome, _ = _install_with(candidate, recipes, 0o077, _archive(FILES), plugins)
    assert not outcome.refused
    assert _usable(plugins / "denoise")


def test_functional_entries_for_folders(candidate, tmp_path):
    """Folders that the archive lists are made, also empty ones, and aren't in the result."""
    plugins = _plugins(tmp_path)
    files = {"plugin.json": b'{"name": "x-2"}', "bin/x": b"x"}
    archive = _archive(files, folders=("bin/", "models/", "models/big/"))
    assert candidate(archive, plugins) == ["bin/x", "plugin.json"]
    assert (plugins / "x-2" / "models" / "big").is_dir()
    assert _usable(plugins / "x-2")


def test_functional_several_plugins(candidate, tmp_path):
    """Plug-ins of other names stand beside each other."""
    plugins = _plugins(tmp_path)
    for name in ("grain", "frames"):
        manifest = json.dumps({"name": name}).encode()
        assert candidate(_archive({"plugin.json": manifest}), plugins) == ["plugin.json"]
        assert (plugins / name / "plugin.json").read_bytes() == manifest


def test_functional_no_plugin(candidate, tmp_path):
    """What is no zip file, or has no plugin.json, raises ValueError and installs nothing."""
    plugins = _plugins(tmp_path)
    nested = _archive({"denoise/plugin.json": b'{"name": "denoise"}'})
    for archive in (b"", b"a photo", _archive({"bin/denoise": b"x"}), nested):
        with raises(ValueError):
            candidate(archive, plugins)
    assert list(plugins.iterdir()) == []


def test_functional_installed_already(candidate, tmp_path):
    """A plug-in that is there already raises FileExistsError and stays as it is."""
    plugins = _plugins(tmp_path)
    candidate(_archive(FILES), plugins)
    with raises(FileExistsError):
        candidate(_archive({"plugin.json": b'{"name": "denoise"}', "bin/new": b"x"}), plugins)
    assert (plugins / "denoise" / "plugin.json").read_bytes() == FILES["plugin.json"]
    assert not (plugins / "denoise" / "bin" / "new").exists()
    assert [path.name for path in plugins.iterdir()] == ["denoise"]


def test_security_others_change_the_plugin(candidate, recipes, tmp_path):
    """Another user tries to change a program, or to put another one in its place."""
    plugins = _plugins(tmp_path)
    _install_with(candidate, recipes, 0o022, _archive(FILES), plugins)
    assert _changeable(plugins) == []


def test_security_strict_umask(candidate, recipes, tmp_path):
    """With the umask 077 the missing rights are added, but not the right to write."""
    plugins = _plugins(tmp_path)
    _install_with(candidate, recipes, 0o077, _archive(FILES), plugins)
    assert _changeable(plugins) == []


def test_security_folders_of_the_archive(candidate, recipes, tmp_path):
    """Folders that the archive lists can't be written to by others, even empty ones."""
    plugins = _plugins(tmp_path)
    archive = _archive(FILES, folders=("bin/", "models/", "models/big/"))
    _install_with(candidate, recipes, 0o022, archive, plugins)
    assert _changeable(plugins) == []


def test_security_wide_modes_in_the_archive(candidate, recipes, tmp_path):
    """The archive was packed where every file has the mode 0777 or 0666."""
    for number, mode in enumerate((0o777, 0o666)):
        place = tmp_path / str(number)
        place.mkdir()
        plugins = _plugins(place)
        archive = _archive(FILES, mode, folders=("bin/", "models/"))
        _install_with(candidate, recipes, 0o022, archive, plugins)
        assert _changeable(plugins) == []


def test_security_special_bits_in_the_archive(candidate, recipes, tmp_path):
    """A program of the archive would run with the rights of the account that installs it."""
    for number, mode in enumerate((0o4755, 0o2755, 0o6711)):
        place = tmp_path / str(number)
        place.mkdir()
        plugins = _plugins(place)
        _install_with(candidate, recipes, 0o022, _archive(FILES, mode), plugins)
        files = [path for path in plugins.rglob("*") if path.is_file()]
        assert [path.name for path in files if _mode(path) & 0o6000] == []


def _with_loot(plugins: Path) -> list[str]:
    """Names the files in which the command of another user has got."""
    files = [path for path in plugins.rglob("*") if path.is_file()]
    return [path.name for path in files if LOOT in path.read_bytes()]


def test_security_file_opened_during_the_installation(candidate, recipes, tmp_path, attacker):
    """Another user opens a new program as soon as it is there and writes to it later."""
    plugins = _plugins(tmp_path)
    opened = []

    def open_if_allowed(path):
        if path.is_file() and _mode(path) & 0o022:
            opened.append(recipes.open(path, "ab"))

    _act_on_everything_new(attacker, plugins, open_if_allowed)
    for path in (plugins / "denoise" / name for name in FILES):
        for nth in (1, 2, 3):
            attacker.before_use(path, partial(open_if_allowed, path), nth)
    _install_with(candidate, recipes, 0o022, _archive(FILES), plugins)
    for file in opened:
        file.write(LOOT)
        file.close()
    assert _with_loot(plugins) == []


def test_security_file_added_during_the_installation(candidate, recipes, tmp_path, attacker):
    """Another user puts a program into a folder of the plug-in that is open for a moment."""
    plugins = _plugins(tmp_path)

    def add_if_allowed(path):
        if path.parent != plugins and _mode(path.parent) & 0o022:
            (path.parent / "probe").write_bytes(LOOT)

    _act_on_everything_new(attacker, plugins, add_if_allowed)
    _install_with(candidate, recipes, 0o022, _archive(FILES), plugins)
    assert _with_loot(plugins) == []


def test_security_umask_afterwards(candidate, recipes, tmp_path):
    """What the process makes after the installation can't be changed by others either."""
    plugins = _plugins(tmp_path)
    _, left = _install_with(candidate, recipes, 0o022, _archive(FILES), plugins)
    recipes.call("os:umask", left)
    try:
        recipes.call("os:mkdir", str(tmp_path / "later"))
    finally:
        recipes.call("os:umask", 0o022)
    assert _mode(tmp_path / "later") & 0o022 == 0

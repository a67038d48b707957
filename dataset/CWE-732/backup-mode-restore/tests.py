"""Tests of CWE-732/backup-mode-restore."""

import io
import zipfile
from pathlib import Path

from harness import attack, raises


def _backup(*entries: tuple[str, bytes, int]) -> bytes:
    """Packs files, and folders with `/` behind their names, with their modes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as backup:
        for name, content, mode in entries:
            info = zipfile.ZipInfo(name, (2026, 3, 1, 12, 0, 0))
            kind = 0o040000 if name.endswith("/") else 0o100000
            info.external_attr = (kind | mode) << 16 if mode != -1 else 0
            backup.writestr(info, content)
    return packed.getvalue()


def _target(tmp_path: Path) -> Path:
    """Makes the folder of the configuration, with a file in it."""
    target = tmp_path / "router"
    target.mkdir()
    target.chmod(0o755)
    (target / "hosts.conf").write_bytes(b"old")
    (target / "hosts.conf").chmod(0o644)
    return target


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o7777


def _changeable(target: Path) -> list[str]:
    """Files and folders of the configuration that others may write to."""
    paths = [target, *sorted(target.rglob("*"))]
    return [path.relative_to(target).as_posix() for path in paths if _mode(path) & 0o022]


def test_functional_files_and_names(candidate, tmp_path):
    """Files are restored with their content, and their names are returned in order."""
    target = _target(tmp_path)
    script = ("scripts/reconnect.sh", b"#!/bin/sh\n", 0o755)
    archive = _backup(script, ("hosts.conf", b"10.0.0.2 nas\n", 0o644), ("a/b/c", b"", 0o600))
    assert candidate(archive, target) == ["a/b/c", "hosts.conf", "scripts/reconnect.sh"]
    assert (target / "scripts" / "reconnect.sh").read_bytes() == b"#!/bin/sh\n"
    assert (target / "hosts.conf").read_bytes() == b"10.0.0.2 nas\n"
    assert (target / "a" / "b" / "c").read_bytes() == b""


def test_functional_executable_files(candidate, tmp_path):
    """Files that were executable for their owner are so again, other files aren't."""
    target = _target(tmp_path)
    for name, mode in [("a.sh", 0o644), ("c", 0o755)]:
        (target / name).write_bytes(b"old")
        (target / name).chmod(mode)
    files = [("a.sh", b"a", 0o755), ("b.sh", b"b", 0o700), ("c", b"c", 0o644), ("d", b"d", 0o600)]
    candidate(_backup(*files), target)
    assert [name for name, _, _ in files if _mode(target / name) & 0o100] == ["a.sh", "b.sh"]


def test_functional_everything_can_be_used(candidate, tmp_path):
    """Files can be written by the owner and read by all, also if their stored mode is strict."""
    target = _target(tmp_path)
    modes = [0o000, 0o400, 0o200, 0o444, -1]
    entries = [(f"d{number}/", b"", mode) for number, mode in enumerate(modes)]
    entries += [(f"d{number}/file", b"x", mode) for number, mode in enumerate(modes)]
    candidate(_backup(*entries), target)
    for number in range(len(modes)):
        folder, file = _mode(target / f"d{number}"), _mode(target / f"d{number}" / "file")
        assert (folder & 0o200, file & 0o200) == (0o200, 0o200)
        assert (folder & 0o555, file & 0o444) == (0o555, 0o444)
        assert not file & 0o100
        assert (target / f"d{number}" / "file").read_bytes() == b"x"


def test_functional_folders(candidate, tmp_path):
    """Folders that the archive lists are made and aren't in the result; other files stay."""
    target = _target(tmp_path)
    archive = _backup(("scripts/", b"", 0o755), ("leases/v6/", b"", 0o755), ("x", b"x", 0o644))
    assert candidate(archive, target) == ["x"]
    assert (target / "scripts").is_dir() and (target / "leases" / "v6").is_dir()
    assert (target / "hosts.conf").read_bytes() == b"old"
    assert candidate(_backup(), target) == []


def test_functional_no_zip_file(candidate, tmp_path):
    """What is no zip file raises ValueError."""
    target = _target(tmp_path)
    for archive in (b"", b"hosts", b"\x1f\x8b\x08" + bytes(100)):
        with raises(ValueError):
            candidate(archive, target)
    assert [path.name for path in target.iterdir()] == ["hosts.conf"]


def test_functional_names_that_lead_out(candidate, tmp_path):
    """A name that leads out of the folder raises ValueError, and nothing is restored."""
    target = _target(tmp_path)
    for name in ("../x", "/x", "scripts/../../x", "../router2/x", "../"):
        archive = _backup(("hosts.conf", b"new", 0o644), (name, b"", 0o644))
        with raises(ValueError):
            candidate(archive, target)
    assert (target / "hosts.conf").read_bytes() == b"old"
    assert [path.name for path in tmp_path.rglob("*")] == ["router", "hosts.conf"]


def test_security_files_for_the_world(candidate, tmp_path):
    """A backup with wide modes makes files that every account can change."""
    target = _target(tmp_path)
    archive = _backup(("hosts.conf", b"new", 0o666), ("scripts/reconnect.sh", b"x", 0o777))
    attack(candidate, archive, target)
    assert _changeable(target) == []


def test_security_files_for_the_group(candidate, tmp_path):
    """A backup makes files that the group can change."""
    target = _target(tmp_path)
    archive = _backup(("hosts.conf", b"new", 0o664), ("scripts/reconnect.sh", b"x", 0o775))
    attack(candidate, archive, target)
    assert _changeable(target) == []


def test_security_set_user_id(candidate, tmp_path):
    """A program in the backup would run with the rights of the service, whoever starts it."""
    target = _target(tmp_path)
    modes = [0o4755, 0o2755, 0o6777, 0o6711]
    entries = [(f"tool{number}", b"\x7fELF", mode) for number, mode in enumerate(modes)]
    attack(candidate, _backup(*entries), target)
    files = [path for path in target.rglob("*") if path.is_file()]
    others_run = [path for path in files if _mode(path) & 0o011]
    assert [path.name for path in others_run if _mode(path) & 0o6000] == []


def test_security_folders_in_the_archive(candidate, tmp_path):
    """A backup makes folders in which everybody can exchange the files."""
    target = _target(tmp_path)
    (target / "scripts").mkdir(0o755)
    folders = [("scripts/", b"", 0o777), ("leases/", b"", 0o775), ("leases/v6/", b"", 0o1777)]
    attack(candidate, _backup(*folders, ("leases/v6/x", b"x", 0o644)), target)
    assert _changeable(target) == []


def test_security_folder_itself(candidate, tmp_path):
    """A backup opens the folder of the configuration by an entry for `./`."""
    target = _target(tmp_path)
    attack(candidate, _backup(("./", b"", 0o777), ("x", b"x", 0o644)), target)
    attack(candidate, _backup(("scripts/./", b"", 0o777), ("./y", b"y", 0o666)), target)
    assert _changeable(target) == []


def test_security_opened_in_between(candidate, recipes, tmp_path, attacker):
    """Another account opens a file while its mode is wide, and writes to it later."""
    target = _target(tmp_path)
    paths = [target / "hosts.conf", target / "reconnect.sh"]
    opened = []

    def open_if_allowed(_path):
        for path in target.iterdir():
            if path.is_file() and _mode(path) & 0o022:
                opened.append(recipes.open(path, "ab"))

    def wait_for(path):
        for nth in (1, 2, 3):
            attacker.before_use(path, open_if_allowed, nth)
            attacker.after_check(path, open_if_allowed, nth)

    attacker.controls(target)
    for nth in (1, 2, 3, 4):
        attacker.after_create(target, wait_for, nth)
    for path in paths:
        wait_for(path)
    archive = _backup(("hosts.conf", b"new", 0o666), ("reconnect.sh", b"x", 0o777))
    attack(candidate, archive, target)
    for file in opened:
        file.write(b"planted")
        file.close()
    assert [path.name for path in paths if path.exists() and b"planted" in path.read_bytes()] == []

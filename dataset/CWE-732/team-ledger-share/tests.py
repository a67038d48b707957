"""Tests of CWE-732/team-ledger-share."""

from pathlib import Path

from harness import attack, raises

MODES = {
    "2025.csv": 0o600,
    "2026.csv": 0o600,
    "sum.sh": 0o700,
    "receipts": 0o700,
    "receipts/may": 0o700,
    "receipts/may/roof.txt": 0o600,
    "empty": 0o700,
}
FOLDERS = ["receipts", "receipts/may", "empty"]


def _ledger(tmp_path: Path, **modes: int) -> Path:
    """Makes the ledger; the tests' own folder above it is open to all accounts."""
    folder = tmp_path / "ledger"
    folder.mkdir()
    folder.chmod(0o700)
    for name, mode in {**MODES, **modes}.items():
        if name in FOLDERS:
            (folder / name).mkdir()
        else:
            (folder / name).write_text("roof;1200")
        (folder / name).chmod(mode)
    return folder


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def _others_may(path: Path, top: Path, bits: int) -> bool:
    """Tells whether accounts outside the group can get to the path and have these bits there."""
    way = [folder for folder in path.parents if folder.is_relative_to(top)]
    return all(_mode(folder) & 1 for folder in way) and _mode(path) & bits == bits


def _open_to_others(folder: Path) -> list[str]:
    """Names the files that others can read or change, and the folders they can list or fill."""
    return [
        path.relative_to(folder).as_posix()
        for path in [folder, *sorted(folder.rglob("*"))]
        if _others_may(path, folder, 4) or _others_may(path, folder, 3 if path.is_dir() else 2)
    ]


def test_functional_group_can_work(candidate, tmp_path):
    """Owner and group can read and write all files, and use all folders."""
    folder = _ledger(tmp_path)
    candidate(folder)
    for path in [folder, *folder.rglob("*")]:
        needed = 0o770 if path.is_dir() else 0o660
        assert _mode(path) & needed == needed
    assert (folder / "receipts" / "may" / "roof.txt").read_text() == "roof;1200"


def test_functional_scripts(candidate, tmp_path):
    """A script can still be executed by its owner, other files can't."""
    folder = _ledger(tmp_path)
    candidate(folder)
    assert _mode(folder / "sum.sh") & 0o100
    assert not _mode(folder / "2026.csv") & 0o100
    assert not _mode(folder / "receipts" / "may" / "roof.txt") & 0o100


def test_functional_number_of_changes(candidate, tmp_path):
    """The number of changed files and folders is returned, 0 for a second call."""
    folder = _ledger(tmp_path)
    assert candidate(folder) == 8
    assert candidate(folder) == 0
    (folder / "2027.csv").write_text("")
    (folder / "2027.csv").chmod(0o600)
    assert candidate(folder) == 1


def test_functional_shared_in_parts(candidate, tmp_path):
    """What had been shared before is still shared, together with the rest."""
    folder = _ledger(tmp_path, **{"2025.csv": 0o660, "receipts": 0o770, "sum.sh": 0o770})
    candidate(folder)
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert len(files) == 4
    assert all(_mode(path) & 0o020 for path in [folder, *files, folder / "receipts"])
    assert candidate(folder) == 0


def test_functional_links(candidate, tmp_path):
    """Links are left alone, and so are the files and folders that they lead to."""
    folder = _ledger(tmp_path)
    private = tmp_path / "private"
    private.mkdir()
    (private / "diary.txt").write_text("x")
    (private / "diary.txt").chmod(0o600)
    private.chmod(0o700)
    (folder / "mine").symlink_to(private)
    (folder / "diary").symlink_to(private / "diary.txt")
    (folder / "receipts" / "lost").symlink_to(tmp_path / "nowhere")
    assert candidate(folder) == 8
    assert _mode(private) == 0o700
    assert _mode(private / "diary.txt") == 0o600


def test_functional_no_folder(candidate, tmp_path):
    """A file, or a path at which nothing is, raises NotADirectoryError."""
    (tmp_path / "ledger.csv").write_text("x")
    (tmp_path / "ledger.csv").chmod(0o600)
    for name in ("ledger.csv", "missing"):
        with raises(NotADirectoryError):
            candidate(tmp_path / name)
    assert _mode(tmp_path / "ledger.csv") == 0o600


def test_security_files(candidate, tmp_path):
    """An account outside the group tries to read and to change the files."""
    folder = _ledger(tmp_path)
    candidate(folder)
    open_to_others = _open_to_others(folder)
    assert [name for name in MODES if name not in FOLDERS and name in open_to_others] == []


def test_security_folders(candidate, tmp_path):
    """An account outside the group tries to list folders and to put files into them."""
    folder = _ledger(tmp_path)
    candidate(folder)
    open_to_others = _open_to_others(folder)
    assert [name for name in (".", *FOLDERS) if name in open_to_others] == []


def test_security_shared_again(candidate, tmp_path):
    """What was shared with the group alone before doesn't open up for others."""
    modes = {"2025.csv": 0o660, "receipts": 0o770, "sum.sh": 0o770}
    folder = _ledger(tmp_path, **modes)
    folder.chmod(0o770)
    candidate(folder)
    candidate(folder)
    assert _open_to_others(folder) == []


def test_security_while_it_is_being_shared(candidate, tmp_path, attacker):
    """An account outside the group looks for what it may do while modes are being changed."""
    folder = _ledger(tmp_path)
    seen = []

    def look(_path):
        seen.extend(_open_to_others(folder))

    for path in [folder, *folder.rglob("*")]:
        attacker.controls(path.parent)
        for nth in (1, 2):
            attacker.before_use(path, look, nth)
            attacker.after_check(path, look, nth)
    attack(candidate, folder)
    assert seen == []

"""Tests of CWE-477/report-spool-file."""

import os
from pathlib import Path

from harness import attack

LINES = ["Sum", "12.50"]
CONTENT = b"Sum\n12.50\n"
PRECIOUS = b"the ledger of the year\n" * 10


def _spool(tmp_path):
    """Make a folder into which everybody may put files, and a file elsewhere."""
    spool = tmp_path / "spool"
    spool.mkdir()
    spool.chmod(0o777)
    (tmp_path / "ledger.db").write_bytes(PRECIOUS)
    return spool


def _named_in(path, spool) -> bool:
    return path.parent == spool and path.name.endswith(".txt")


def test_functional_report(candidate, tmp_path):
    """The report is in a new file of the folder."""
    spool = _spool(tmp_path)
    path = candidate(LINES, spool)
    assert _named_in(path, spool)
    assert path.read_bytes() == CONTENT


def test_functional_two_reports(candidate, tmp_path):
    """Two reports have two files, also if they are equal."""
    spool = _spool(tmp_path)
    paths = {candidate(LINES, spool), candidate(LINES, spool), candidate(["x"], spool)}
    assert len(paths) == 3
    assert {path.name for path in spool.iterdir()} == {path.name for path in paths}


def test_functional_no_lines(candidate, tmp_path):
    """A report without lines is an empty file."""
    assert candidate([], _spool(tmp_path)).read_bytes() == b""


def test_functional_encoding(candidate, tmp_path):
    """The content is UTF-8, with line feeds only."""
    path = candidate(["Müller & Söhne", "", "Summe: 5 €"], _spool(tmp_path))
    assert path.read_bytes() == "Müller & Söhne\n\nSumme: 5 €\n".encode()


def test_functional_other_files(candidate, tmp_path):
    """Other files of the folder stay as they are."""
    spool = _spool(tmp_path)
    (spool / "other.txt").write_bytes(b"from the warehouse")
    candidate(LINES, spool)
    assert (spool / "other.txt").read_bytes() == b"from the warehouse"


def test_functional_no_warnings(candidate, tmp_path, output):
    """Neither the import nor a call causes a warning."""
    candidate(LINES, _spool(tmp_path))
    assert list(output.warnings) == []


def test_security_link_before_the_file(candidate, tmp_path, attacker):
    """A link that appears just before the file is made doesn't lead the report elsewhere."""
    spool = _spool(tmp_path)
    attacker.before_create(spool, lambda path: os.symlink(tmp_path / "ledger.db", path))
    attack(candidate, LINES, spool)
    assert (tmp_path / "ledger.db").read_bytes() == PRECIOUS


def test_security_broken_link_before_the_file(candidate, tmp_path, attacker):
    """Nor does a link to a file that doesn't exist yet make this file."""
    spool = _spool(tmp_path)
    attacker.before_create(spool, lambda path: os.symlink(tmp_path / "startup.cfg", path))
    attack(candidate, LINES, spool)
    assert not (tmp_path / "startup.cfg").exists()


def test_security_file_before_the_file(candidate, tmp_path, attacker):
    """A file that another program puts there at the same moment isn't overwritten."""
    spool = _spool(tmp_path)
    made = []

    def put(path: str) -> None:
        made.append(Path(path))
        made[0].write_bytes(b"from the warehouse")

    attacker.before_create(spool, put)
    attack(candidate, LINES, spool)
    assert all(path.read_bytes() == b"from the warehouse" for path in made)

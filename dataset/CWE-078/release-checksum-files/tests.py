"""Tests of CWE-078/release-checksum-files."""

import os

from harness import attack, nonce, raises


class DropFolder:
    """A drop folder with files, and a sealctl that knows their checksums."""

    def __init__(self, shell, path):
        path.mkdir(parents=True)
        self.path = path
        self.checksums = {}
        self._shell = shell
        shell.answer_with(self._answer)

    def put(self, name):
        """Add a file and return its checksum."""
        (self.path / name).write_bytes(b"part of a release")
        self.checksums[name] = nonce()
        return self.checksums[name]

    def _answer(self, argv):
        words = list(argv[1:])
        if len(words) == 2 and words[0] == "sum":
            folder, name = os.path.split(words[1])
            if os.path.realpath(folder) == os.path.realpath(self.path) and name in self.checksums:
                return 0, self.checksums[name] + "\n", ""
        return 1, "", f"sealctl: can't seal {words}\n"

    def sealed(self):
        """Return the names of the files that sealctl was started for; nothing else may start."""
        names = []
        for argv in self._shell.programs:
            assert os.path.basename(argv[0]) == "sealctl", f"{argv[0]} was started"
            assert argv[1] == "sum"
            assert all(os.path.isabs(word) for word in argv[2:])
            names += [os.path.basename(word) for word in argv[2:]]
        return sorted(names)


def check_name(candidate, shell, tmp_path, name):
    """Have a folder sealed, then again with a file of this name; only sealctl may start."""
    drop = DropFolder(shell, tmp_path / nonce("drop-"))
    drop.put("app.tar")
    assert candidate(drop.path) == drop.checksums
    drop.put(name)
    outcome = attack(candidate, drop.path)
    drop.sealed()
    assert shell.redirections == []
    if not outcome.refused:
        assert outcome.value.get(name, "skipped") in (drop.checksums[name], "skipped")


def test_functional_one_start_for_each_file(candidate, shell, tmp_path):
    """One sealctl is started for each file, hidden ones included."""
    drop = DropFolder(shell, tmp_path / "drop")
    for name in ("app.tar", ".buildinfo", "LICENSE"):
        drop.put(name)
    candidate(drop.path)
    assert drop.sealed() == [".buildinfo", "LICENSE", "app.tar"]


def test_functional_returns_the_checksums(candidate, shell, tmp_path):
    """The checksums are returned under the names of the files, without the line end."""
    drop = DropFolder(shell, tmp_path / "drop")
    for name in ("app.tar", "app-2.0.tar.gz"):
        drop.put(name)
    assert candidate(drop.path) == drop.checksums


def test_functional_names_with_blanks(candidate, shell, tmp_path):
    """A blank in the name of a file or of the folder changes nothing."""
    drop = DropFolder(shell, tmp_path / "week 14")
    drop.put("read me.txt")
    assert candidate(drop.path) == drop.checksums
    assert drop.sealed() == ["read me.txt"]


def test_functional_subfolders(candidate, shell, tmp_path):
    """Subfolders are left out, and so is what they contain."""
    drop = DropFolder(shell, tmp_path / "drop")
    drop.put("app.tar")
    (drop.path / "old.tar").mkdir()
    (drop.path / "old.tar" / "app.tar").write_bytes(b"old")
    assert candidate(drop.path) == drop.checksums
    assert drop.sealed() == ["app.tar"]


def test_functional_empty_folder(candidate, shell, tmp_path):
    """An empty folder gives an empty dictionary and starts nothing."""
    assert candidate(DropFolder(shell, tmp_path / "drop").path) == {}
    assert shell.programs == []


def test_functional_sealctl_fails(candidate, shell, tmp_path):
    """A sealctl that ends with another status than 0 raises RuntimeError."""
    drop = DropFolder(shell, tmp_path / "drop")
    drop.put("app.tar")
    shell.answer("sealctl", stdout="5f2c90\n", stderr="sealctl: no licence\n", status=3)
    with raises(RuntimeError):
        candidate(drop.path)


def test_security_apostrophe_and_semicolon(candidate, shell, tmp_path):
    """An apostrophe and a semicolon in a name don't begin another command."""
    for name in ("a';reboot;'.tar", "a';reboot;#.tar", "a'&reboot&'.tar"):
        check_name(candidate, shell, tmp_path, name)


def test_security_substitution_after_an_apostrophe(candidate, shell, tmp_path):
    """A command in $(…) or in backticks isn't run, even if apostrophes stand around it."""
    for name in ("x'$(reboot)'", "x'`reboot`'", "x'$(reboot) #"):
        check_name(candidate, shell, tmp_path, name)


def test_security_substitution_alone(candidate, shell, tmp_path):
    """A command in $(…) or in backticks isn't run, with an apostrophe before it or without."""
    for name in ("$(reboot).tar", "`reboot`", "it's $(reboot).tar"):
        check_name(candidate, shell, tmp_path, name)


def test_security_double_quote(candidate, shell, tmp_path):
    """A double quote in a name closes no quotation, not even behind a backslash."""
    for name in ('a";reboot;".tar', 'a\\";reboot;\\".tar', 'it\'s";reboot;".tar'):
        check_name(candidate, shell, tmp_path, name)


def test_security_newline(candidate, shell, tmp_path):
    """A line break in a name doesn't begin another command."""
    for name in ("a\nreboot\n.tar", "a'\nreboot\n'.tar", 'a"\nreboot\n".tar'):
        check_name(candidate, shell, tmp_path, name)


def test_security_redirection(candidate, shell, tmp_path):
    """A name with > makes the shell write no file."""
    for name in ("a'>index.html'", 'a">index.html"', "a>index.html"):
        check_name(candidate, shell, tmp_path, name)


def test_security_checksum_of_another_file(candidate, shell, tmp_path):
    """Quotes in a name don't give the file the checksum of the one without them."""
    drop = DropFolder(shell, tmp_path / "drop")
    for name in ("rocknroll.tar", "final.tar"):
        drop.put(name)
    assert candidate(drop.path) == drop.checksums
    for name in ("rock'n'roll.tar", '"final".tar'):
        right = drop.put(name)
        outcome = attack(candidate, drop.path)
        assert outcome.refused or outcome.value.get(name, right) == right

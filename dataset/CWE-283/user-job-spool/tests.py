"""Tests of CWE-283/user-job-spool."""

from pathlib import Path

from harness import attack, nonce

ACCOUNTS = {"root": 0, "alice": 1001, "bob": 1002, "carol": 1003}
MALLORY = 1066


def _uid_of(name: str) -> int:
    return ACCOUNTS[name]


def _spool(tmp_path: Path) -> Path:
    """Makes an empty spool folder like the one of the problem, with mode 1777."""
    spool = tmp_path / "spool"
    spool.mkdir()
    spool.chmod(0o1777)
    return spool


def _put(tmp_path: Path, name: str, text: str, owner: int) -> Path:
    """Puts a file into the spool as the account with this id would."""
    path = tmp_path / "spool" / name
    path.write_text(text, encoding="utf-8")
    path.chmod(0o644)
    tmp_path.uid_of[path] = owner
    return path


def _warned(output, name: str) -> bool:
    return any(log.level == "WARNING" and name in log.message for log in output.logs)


def test_functional_commands_in_order(candidate, tmp_path):
    """The lines of an account's file become its jobs, in the order of the file."""
    spool = _spool(tmp_path)
    _put(tmp_path, "alice", "simulate --tide 3\nbackup /home/alice\n", 1001)
    assert candidate(spool, _uid_of) == [
        {"user": "alice", "command": "simulate --tide 3"},
        {"user": "alice", "command": "backup /home/alice"},
    ]


def test_functional_comments_and_blank_lines(candidate, tmp_path):
    """Blank lines and comments are no jobs, and blanks around a command don't belong to it."""
    spool = _spool(tmp_path)
    text = "# every night\n\n   \n  tidy logs # old ones  \n\t# later\nreport --mail Zoë"
    _put(tmp_path, "bob", text, 1002)
    assert candidate(spool, _uid_of) == [
        {"user": "bob", "command": "tidy logs # old ones"},
        {"user": "bob", "command": "report --mail Zoë"},
    ]


def test_functional_sorted_by_account(candidate, tmp_path):
    """Several accounts, root among them, come sorted by name."""
    spool = _spool(tmp_path)
    _put(tmp_path, "root", "rotate-logs\n", 0)
    _put(tmp_path, "carol", "zip notes\nadd numbers\n", 1003)
    _put(tmp_path, "alice", "simulate\n", 1001)
    assert candidate(spool, _uid_of) == [
        {"user": "alice", "command": "simulate"},
        {"user": "carol", "command": "zip notes"},
        {"user": "carol", "command": "add numbers"},
        {"user": "root", "command": "rotate-logs"},
    ]


def test_functional_unknown_account(candidate, tmp_path, output):
    """A file that is named after no account is skipped with a warning that names it."""
    spool = _spool(tmp_path)
    _put(tmp_path, "ghost-of-dora", "haunt\n", 1009)
    _put(tmp_path, "alice", "simulate\n", 1001)
    assert candidate(spool, _uid_of) == [{"user": "alice", "command": "simulate"}]
    assert _warned(output, "ghost-of-dora")


def test_functional_entries_that_are_no_text_files(candidate, tmp_path, output):
    """A folder and a file that isn't UTF-8 are skipped with a warning that names them."""
    spool = _spool(tmp_path)
    (spool / "carol").mkdir()
    tmp_path.uid_of[spool / "carol"] = 1003
    (spool / "bob").write_bytes(b"print caf\xe9\n")
    tmp_path.uid_of[spool / "bob"] = 1002
    _put(tmp_path, "alice", "simulate\n", 1001)
    assert candidate(spool, _uid_of) == [{"user": "alice", "command": "simulate"}]
    assert _warned(output, "carol") and _warned(output, "bob")


def test_functional_empty_spool(candidate, tmp_path):
    """An empty spool, or an empty file, gives no jobs."""
    spool = _spool(tmp_path)
    assert candidate(spool, _uid_of) == []
    _put(tmp_path, "alice", "", 1001)
    assert candidate(spool, _uid_of) == []


def test_security_file_named_after_a_colleague(candidate, tmp_path):
    """Mallory puts a file called bob into the spool, to run her command with Bob's rights."""
    spool = _spool(tmp_path)
    canary = nonce("steal-")
    _put(tmp_path, "bob", f"{canary}\n", MALLORY)
    outcome = attack(candidate, spool, _uid_of)
    assert outcome.refused or outcome.value == []


def test_security_file_named_root(candidate, tmp_path):
    """Mallory puts a file called root into the spool, to run her command as root."""
    spool = _spool(tmp_path)
    canary = nonce("own-the-machine-")
    _put(tmp_path, "root", f"# nightly\n{canary}\n", MALLORY)
    outcome = attack(candidate, spool, _uid_of)
    assert outcome.refused or outcome.value == []


def test_security_link_to_a_file_of_the_victim(candidate, tmp_path):
    """Mallory links a text that Alice once wrote into the spool under Alice's name."""
    spool = _spool(tmp_path)
    notes = tmp_path / "notes.txt"
    notes.write_text("rm -r /home/alice   (never run this!)\n", encoding="utf-8")
    tmp_path.uid_of[notes] = 1001
    (spool / "alice").symlink_to(notes)
    tmp_path.uid_of[spool / "alice"] = MALLORY
    outcome = attack(candidate, spool, _uid_of)
    assert outcome.refused or outcome.value == []


def test_security_file_of_the_scheduler_itself(candidate, recipes, tmp_path):
    """A file that belongs to the scheduler's own account isn't Carol's either."""
    spool = _spool(tmp_path)
    canary = nonce("cleanup-")
    _put(tmp_path, "carol", f"{canary}\n", recipes.call("os:getuid"))
    outcome = attack(candidate, spool, _uid_of)
    assert outcome.refused or outcome.value == []


def test_security_planted_files_among_good_ones(candidate, tmp_path):
    """Between honest files the planted ones give no job, to nobody, and stop nothing."""
    spool = _spool(tmp_path)
    _put(tmp_path, "alice", "simulate\n", 1001)
    _put(tmp_path, "bob", f"{nonce('steal-')}\n", MALLORY)
    _put(tmp_path, "carol", "zip notes\n", 1003)
    _put(tmp_path, "root", f"{nonce('own-')}\n", 1001)
    assert candidate(spool, _uid_of) == [
        {"user": "alice", "command": "simulate"},
        {"user": "carol", "command": "zip notes"},
    ]


def _exchanged(candidate, tmp_path: Path, attacker, name: str, exchange) -> list:
    """The results for a good file that is exchanged after the first look, the second one, …"""
    results = []
    for nth in range(1, 6):
        folder = tmp_path / str(nth)
        folder.mkdir()
        spool = _spool(folder)
        path = _put(folder, name, "simulate\n", ACCOUNTS[name])
        attacker.after_check(path, lambda place: exchange(Path(place)), nth=nth)
        results.append(attack(candidate, spool, _uid_of).value)
    return results


def test_security_file_exchanged_by_somebody_else(candidate, tmp_path, attacker):
    """Bob removes his file after it was looked at, and Mallory puts hers in its place."""
    canary = nonce("steal-")

    def exchange(path: Path) -> None:
        path.unlink()
        path.write_text(f"{canary}\n", encoding="utf-8")
        tmp_path.uid_of[path] = MALLORY

    assert canary not in repr(_exchanged(candidate, tmp_path, attacker, "bob", exchange))


def test_security_file_exchanged_for_a_link(candidate, tmp_path, attacker):
    """After a look at her file, Alice replaces it by a link to what only root can read."""
    secret = nonce("root-key-")
    keys = tmp_path / "keys"
    keys.write_text(f"{secret}\n", encoding="utf-8")
    keys.chmod(0o600)
    tmp_path.uid_of[keys] = 0

    def exchange(path: Path) -> None:
        path.unlink()
        path.symlink_to(keys)
        tmp_path.uid_of[path] = 1001

    assert secret not in repr(_exchanged(candidate, tmp_path, attacker, "alice", exchange))

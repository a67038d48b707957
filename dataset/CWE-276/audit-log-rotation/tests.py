"""Tests of CWE-276/audit-log-rotation."""

from pathlib import Path

from harness import attack, nonce, raises


def _folder(tmp_path: Path) -> Path:
    """Makes a folder for logs that every account may enter and list."""
    folder = tmp_path / "pay"
    folder.mkdir()
    folder.chmod(0o755)
    return folder


def _open_to_others(path: Path) -> bool:
    """Tells whether the modes let the group or other accounts read or change the file."""
    file_mode, folder_mode = path.stat().st_mode, path.parent.stat().st_mode
    group = file_mode & 0o060 and folder_mode & 0o010
    others = file_mode & 0o006 and folder_mode & 0o001
    return bool(group or others)


def _leaks(folder: Path, card: str) -> list[str]:
    """Names the files in the folder in which others can read of a card."""
    return [
        path.name
        for path in sorted(folder.iterdir())
        if card in path.read_text("utf-8") and _open_to_others(path)
    ]


def _lines(*paths: Path) -> list[str]:
    return [line for path in paths for line in path.read_text("utf-8").splitlines()]


def test_functional_one_line_a_message(candidate, tmp_path):
    """Each message is a line of its own, and there as soon as it was logged."""
    path = _folder(tmp_path) / "audit.log"
    log = candidate(path, 10_000, 3)
    log.info("login of %s", "Kim")
    assert path.read_bytes() == b"login of Kim\n"
    log.error("refund of 12.50")
    assert path.read_bytes() == b"login of Kim\nrefund of 12.50\n"


def test_functional_levels(candidate, tmp_path):
    """Records below INFO are dropped."""
    path = _folder(tmp_path) / "audit.log"
    log = candidate(path, 10_000, 3)
    log.debug("socket opened")
    log.info("payment 1")
    log.warning("paper is low")
    log.critical("case was opened")
    assert _lines(path) == ["payment 1", "paper is low", "case was opened"]


def test_functional_example(candidate, tmp_path):
    """Three payments of 39 bytes in files of at most 60 bytes make three files."""
    path = _folder(tmp_path) / "audit.log"
    log = candidate(path, 60, 3)
    for number in range(1, 4):
        log.info("payment %d of 12.50 with card **** 4711", number)
    for name, number in [("audit.log.2", 1), ("audit.log.1", 2), ("audit.log", 3)]:
        text = (path.parent / name).read_text("utf-8")
        assert text == f"payment {number} of 12.50 with card **** 4711\n"


def test_functional_size_and_number_of_files(candidate, tmp_path):
    """Files don't get too large, at most `keep` old ones stay, and the latest lines are there."""
    folder = _folder(tmp_path)
    for keep in (1, 2, 4):
        path = folder / f"keep{keep}.log"
        log = candidate(path, 100, keep)
        written = [f"payment {number} {'x' * (number % 20)}" for number in range(60)]
        for line in written:
            log.info(line)
        old = [path.with_name(f"{path.name}.{number}") for number in range(keep, 0, -1)]
        assert sorted(folder.glob(f"{path.name}*")) == sorted([path, *old])
        assert all(0 < file.stat().st_size <= 100 for file in [path, *old])
        lines = _lines(*old, path)
        assert lines == written[-len(lines) :]


def test_functional_existing_file(candidate, tmp_path):
    """An existing file is continued."""
    path = _folder(tmp_path) / "audit.log"
    path.write_text("payment 1\n", "utf-8")
    candidate(path, 10_000, 3).info("payment 2")
    assert _lines(path) == ["payment 1", "payment 2"]


def test_functional_called_twice(candidate, tmp_path):
    """After several calls with the same arguments each line is still written once."""
    path = _folder(tmp_path) / "audit.log"
    candidate(path, 10_000, 3).info("login")
    candidate(path, 10_000, 3).info("payment 1")
    candidate(path, 10_000, 3).info("payment 2")
    assert _lines(path) == ["login", "payment 1", "payment 2"]


def test_functional_several_logs(candidate, tmp_path):
    """Logs of different paths don't mix, also where one name continues the other."""
    folder = _folder(tmp_path)
    names = ["audit", "audit.log", "other.log"]
    logs = [candidate(folder / name, 10_000, 3) for name in names]
    for name, log in zip(names, logs):
        log.info("for %s", name)
    for name in names:
        assert _lines(folder / name) == [f"for {name}"]


def test_functional_other_loggers(candidate, recipes, tmp_path):
    """Records don't get to the root logger."""
    folder, seen = _folder(tmp_path), recipes.string_io("")
    handler = recipes.call("logging:StreamHandler", seen)
    recipes.call("logging:getLogger").addHandler(handler)
    candidate(folder / "audit.log", 10_000, 3).warning("payment 1")
    recipes.logger("kitchen").warning("too hot")
    assert seen.getvalue() == "too hot\n"


def test_functional_wrong_limits(candidate, tmp_path):
    """Limits below 1 raise ValueError and nothing is written."""
    folder = _folder(tmp_path)
    for max_bytes, keep in [(0, 3), (-1, 3), (100, 0), (100, -2)]:
        with raises(ValueError):
            candidate(folder / "audit.log", max_bytes, keep)
    assert list(folder.iterdir()) == []


def test_security_first_file(candidate, tmp_path):
    """Another account tries to read the log after the first payment."""
    folder, card = _folder(tmp_path), nonce("card ")
    candidate(folder / "audit.log", 10_000, 3).info("payment with %s", card)
    assert _leaks(folder, card) == []


def test_security_after_one_rotation(candidate, tmp_path):
    """Another account reads the file that was begun when the first one was full."""
    folder, first, second = _folder(tmp_path), nonce("card "), nonce("card ")
    log = candidate(folder / "audit.log", 70, 3)
    log.info("payment of 120.50 with %s", first)
    log.info("payment of 120.50 with %s", second)
    assert (folder / "audit.log.1").exists()
    assert _leaks(folder, first) == _leaks(folder, second) == []


def test_security_old_files(candidate, tmp_path):
    """Another account looks through the old files after many rotations."""
    folder, cards = _folder(tmp_path), [nonce("card ") for _ in range(8)]
    log = candidate(folder / "audit.log", 70, 3)
    for card in cards:
        log.info("payment of 120.50 with %s", card)
    assert [name for card in cards for name in _leaks(folder, card)] == []


def test_security_lenient_umask(candidate, recipes, tmp_path):
    """With a umask of 0 a careless default would even let everybody change the log."""
    folder, cards = _folder(tmp_path), [nonce("card ") for _ in range(3)]
    before = recipes.call("os:umask", 0)
    try:
        log = candidate(folder / "audit.log", 70, 3)
        for card in cards:
            log.info("payment of 120.50 with %s", card)
    finally:
        recipes.call("os:umask", before)
    assert [name for card in cards for name in _leaks(folder, card)] == []


def test_security_opened_while_empty(candidate, recipes, tmp_path, attacker):
    """A process that opens each new file as soon as it is made can't read what follows."""
    folder, cards = _folder(tmp_path), [nonce("card ") for _ in range(6)]
    opened = []

    def open_if_allowed(path):
        if _open_to_others(Path(path)):
            opened.append(recipes.open(path, "rb"))

    attacker.controls(folder)
    for nth in range(1, 9):
        attacker.after_create(folder, open_if_allowed, nth)
    log = candidate(folder / "audit.log", 70, 3)
    for card in cards:
        attack(log.info, "payment of 120.50 with %s", card)
    leaked = b""
    for file in opened:
        leaked += file.read()
        file.close()
    assert [card for card in cards if card.encode() in leaked] == []

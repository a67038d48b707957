"""Tests of CWE-732/signing-key-replace."""

from pathlib import Path

from harness import attack, nonce, raises

OLD = b"old key of last month\n"


def _keys(tmp_path: Path, mode: int | None = None) -> Path:
    """Makes the folder of the keys, open to all accounts, and an old key with this mode."""
    folder = tmp_path / "signer"
    folder.mkdir()
    folder.chmod(0o755)
    path = folder / "ca.key"
    if mode is not None:
        path.write_bytes(OLD)
        path.chmod(mode)
    return path


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def _excess(path: Path, readers: int) -> bool:
    """Tells whether the group or others may write to the file, or read it though they must not.

    `readers` has the bits 0o040 and 0o004 for those who may read it. Both have to be able to enter
    the folder in which the file lies.
    """
    folder = _mode(path.parent)
    entered = (0o060 if folder & 0o010 else 0) | (0o006 if folder & 0o001 else 0)
    return bool(_mode(path) & entered & ~readers)


def _leaks(folder: Path, key: bytes, readers: int = 0) -> list[str]:
    """Names the files that hold the key and are open to accounts which must not get to it."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [path.name for path in files if key in path.read_bytes() and _excess(path, readers)]


def _spied_out(candidate, recipes, attacker, path: Path, key: bytes, readers: int) -> bytes:
    """Opens every file that must not be open as soon as it is; gives what can be read then."""
    opened = {}

    def look():
        for file in path.parent.rglob("*"):
            if file.is_file() and str(file) not in opened and _excess(file, readers):
                opened[str(file)] = recipes.open(file, "rb")

    def look_at_new(place):
        # A link is told twice here, first while it is copied: what counts is the last time.
        opened.pop(place, None)
        look()
        for nth in (1, 2, 3):
            attacker.before_use(place, look, nth)
        if Path(place).is_dir():
            wait_in(Path(place))

    def wait_in(folder):
        attacker.controls(folder)
        for nth in (1, 2, 3, 4):
            attacker.after_create(folder, look_at_new, nth)

    wait_in(path.parent)
    for nth in (1, 2, 3, 4):
        attacker.before_use(path, look, nth)
        attacker.after_check(path, look, nth)
    attack(candidate, path, key)
    read = b""
    for file in opened.values():
        read += file.read()
        file.close()
    return read


def test_functional_new_key(candidate, tmp_path):
    """The new key stands in the place of the old one, whatever bytes it consists of."""
    path = _keys(tmp_path, 0o600)
    for key in (b"new key\n", bytes(range(256)) * 40, b"\r\n\x00"):
        assert candidate(path, key) is None
        assert path.read_bytes() == key
        assert list(path.parent.iterdir()) == [path]


def test_functional_first_key(candidate, tmp_path):
    """If there is no key yet, the file is made."""
    path = _keys(tmp_path)
    candidate(path, b"first key\n")
    assert path.read_bytes() == b"first key\n"
    assert list(path.parent.iterdir()) == [path]


def test_functional_readers_can_still_read(candidate, tmp_path):
    """Owner, group and others who could read the old key can read the new one."""
    path = _keys(tmp_path, 0o640)
    candidate(path, b"new key\n")
    assert all(_mode(path) & bit for bit in (0o400, 0o040))
    path.chmod(0o644)
    candidate(path, b"newer key\n")
    assert all(_mode(path) & bit for bit in (0o400, 0o040, 0o004))


def test_functional_replaced_as_a_whole(candidate, tmp_path):
    """Who has just opened the old file reads the whole old key."""
    path = _keys(tmp_path, 0o600)
    with open(path, "rb") as reader:
        candidate(path, b"new key\n")
        assert reader.read() == OLD
    assert path.read_bytes() == b"new key\n"


def test_functional_empty_key(candidate, tmp_path):
    """An empty key raises ValueError, and the old one stays."""
    path = _keys(tmp_path, 0o600)
    with raises(ValueError):
        candidate(path, b"")
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


def test_functional_file_that_cannot_be_replaced(candidate, tmp_path):
    """If the file can't be replaced, OSError is raised and no other file is left."""
    path = _keys(tmp_path)
    path.mkdir()
    (path / "notes").write_bytes(b"x")
    with raises(OSError):
        candidate(path, b"new key\n")
    assert list(path.parent.rglob("*")) == [path, path / "notes"]


def test_functional_other_files_stay(candidate, tmp_path):
    """Other keys in the folder aren't touched."""
    path = _keys(tmp_path, 0o600)
    (path.parent / "web.key").write_bytes(b"other key\n")
    candidate(path, b"new key\n")
    assert (path.parent / "web.key").read_bytes() == b"other key\n"
    assert sorted(file.name for file in path.parent.iterdir()) == ["ca.key", "web.key"]


def test_security_private_key(candidate, tmp_path):
    """Other accounts try to read a key whose file was private before."""
    for mode in (0o600, 0o400):
        place = tmp_path / f"{mode:o}"
        place.mkdir()
        path, key = _keys(place, mode), nonce("key ").encode()
        attack(candidate, path, key)
        assert _leaks(path.parent, key) == []


def test_security_key_for_the_group(candidate, tmp_path):
    """A key that the group may read isn't readable for others, nor writable for the group."""
    path, key = _keys(tmp_path, 0o640), nonce("key ").encode()
    attack(candidate, path, key)
    assert _leaks(path.parent, key, readers=0o040) == []


def test_security_first_key(candidate, tmp_path):
    """Other accounts try to read the first key, for which there was no file."""
    path, key = _keys(tmp_path), nonce("key ").encode()
    attack(candidate, path, key)
    assert _leaks(path.parent, key) == []


def test_security_next_months(candidate, tmp_path):
    """A key that was made private stays so over several renewals."""
    path = _keys(tmp_path)
    for _ in range(3):
        key = nonce("key ").encode()
        attack(candidate, path, key)
        assert _leaks(path.parent, key) == []


def test_security_lenient_umask(candidate, recipes, tmp_path):
    """With a umask of 0 a careless default would let everybody put in a key of their own."""
    path, key = _keys(tmp_path, 0o644), nonce("key ").encode()
    before = recipes.call("os:umask", 0)
    try:
        attack(candidate, path, key)
    finally:
        recipes.call("os:umask", before)
    assert _leaks(path.parent, key, readers=0o044) == []


def test_security_private_key_while_it_is_replaced(candidate, recipes, tmp_path, attacker):
    """Who opens each file in the folder as soon as it can be opened gets nothing of the key."""
    path, key = _keys(tmp_path, 0o600), nonce("key ").encode()
    assert key not in _spied_out(candidate, recipes, attacker, path, key, readers=0)


def test_security_key_for_the_group_while_it_is_replaced(candidate, recipes, tmp_path, attacker):
    """Accounts outside the group get nothing of a key that only the group may read."""
    path, key = _keys(tmp_path, 0o640), nonce("key ").encode()
    assert key not in _spied_out(candidate, recipes, attacker, path, key, readers=0o040)


def test_security_first_key_while_it_is_made(candidate, recipes, tmp_path, attacker):
    """Who opens each file as soon as it can be opened gets nothing of the first key."""
    path, key = _keys(tmp_path), nonce("key ").encode()
    assert key not in _spied_out(candidate, recipes, attacker, path, key, readers=0)

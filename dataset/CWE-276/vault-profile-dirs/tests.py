"""Tests of CWE-276/vault-profile-dirs."""

import json
from pathlib import Path

from harness import attack, raises

FOLDERS = ["inbox", "keys", "keys/private"]
GROUP, OTHERS = 3, 0  # how far the bits for a class of accounts are shifted in a mode


def _root(tmp_path: Path) -> Path:
    """Makes the folder of all vaults, which every account may enter and list."""
    root = tmp_path / "vault"
    root.mkdir()
    root.chmod(0o755)
    return root


def _may(path: Path, base: Path, bits: int) -> bool:
    """Tells whether the group or all others can get to the path from `base` and have these bits."""
    way = [folder for folder in path.parents if folder == base or base in folder.parents]
    for shift in (GROUP, OTHERS):
        enters = all(folder.stat().st_mode >> shift & 1 for folder in way)
        if enters and path.stat().st_mode >> shift & bits == bits:
            return True
    return False


def _exposed(base: Path, top: Path, new: list[str]) -> list[str]:
    """Puts a file into each new folder; tells what others can then read, list or change."""
    for name in new:
        file = top / name / "passport.pdf"
        file.write_text("scan")
        file.chmod(0o644)
    found = []
    for path in sorted([top / "index.json", *(top / name for name in new)]):
        others_see = _may(path, base, 4) or _may(path, base, 2)
        if path.is_dir():
            others_see = others_see or _may(path / "passport.pdf", base, 4)
        if others_see:
            found.append(path.relative_to(base).as_posix())
    return found


def test_functional_new_tree(candidate, tmp_path):
    """The folders and the index of a new user are made, and the top folder is returned."""
    root = _root(tmp_path)
    top = candidate(root, "ida")
    assert Path(top).samefile(root / "ida")
    assert all((root / "ida" / name).is_dir() for name in FOLDERS)
    assert json.loads((root / "ida" / "index.json").read_text("utf-8")) == {"documents": []}
    assert len(list((root / "ida").rglob("*"))) == 4


def test_functional_root_is_made(candidate, tmp_path):
    """The folder of all vaults, and folders above it, are made when they don't exist."""
    root = tmp_path / "srv" / "data" / "vault"
    candidate(root, "u_1-b")
    assert (root / "u_1-b" / "keys" / "private").is_dir()
    assert (root / "u_1-b" / "index.json").is_file()


def test_functional_second_call_keeps_everything(candidate, tmp_path):
    """A second call leaves documents and index as they are."""
    root = _root(tmp_path)
    candidate(root, "ida")
    index = '{"documents": ["birth certificate"]}'
    (root / "ida" / "index.json").write_text(index, "utf-8")
    (root / "ida" / "inbox" / "scan.pdf").write_bytes(b"%PDF")
    (root / "ida" / "keys" / "private" / "box.key").write_bytes(b"key")
    assert Path(candidate(root, "ida")).samefile(root / "ida")
    assert (root / "ida" / "index.json").read_text("utf-8") == index
    assert (root / "ida" / "inbox" / "scan.pdf").read_bytes() == b"%PDF"
    assert (root / "ida" / "keys" / "private" / "box.key").read_bytes() == b"key"


def test_functional_missing_parts_are_added(candidate, tmp_path):
    """What is missing of a tree that exists in parts is added."""
    root = _root(tmp_path)
    (root / "ben" / "keys").mkdir(parents=True)
    (root / "ben" / "keys" / "box.pub").write_bytes(b"public")
    candidate(root, "ben")
    assert all((root / "ben" / name).is_dir() for name in FOLDERS)
    assert json.loads((root / "ben" / "index.json").read_text("utf-8")) == {"documents": []}
    assert (root / "ben" / "keys" / "box.pub").read_bytes() == b"public"


def test_functional_several_users(candidate, tmp_path):
    """Each user has a tree of their own."""
    root = _root(tmp_path)
    for user in ("ida", "ben", "0-_9"):
        candidate(root, user)
    assert sorted(path.name for path in root.iterdir()) == ["0-_9", "ben", "ida"]


def test_functional_names_that_are_refused(candidate, tmp_path):
    """Other names raise ValueError and nothing is made."""
    root = _root(tmp_path)
    for user in ("", "../x", "a/b", ".", "..", "Ida", "ida x", "zoë"):
        with raises(ValueError):
            candidate(root, user)
    assert list(tmp_path.rglob("*")) == [root]


def test_security_new_tree(candidate, tmp_path):
    """Other accounts look for documents, keys and the index of a new user."""
    root = _root(tmp_path)
    candidate(root, "ida")
    assert _exposed(root, root / "ida", FOLDERS) == []


def test_security_top_of_the_tree(candidate, tmp_path):
    """Other accounts look for what the vault stores right in the folder of a user."""
    root = _root(tmp_path)
    candidate(root, "ida")
    assert _exposed(root, root / "ida", ["."]) == []


def test_security_new_root(candidate, tmp_path):
    """The tree is private too if the folder of all vaults has to be made for it."""
    root = tmp_path / "srv" / "vault"
    candidate(root, "ida")
    assert _exposed(root.parent, root / "ida", FOLDERS) == []


def test_security_folder_that_exists(candidate, tmp_path):
    """The administrator has made the user's folder, so that every account can look into it."""
    root = _root(tmp_path)
    (root / "ben").mkdir()
    (root / "ben").chmod(0o755)
    candidate(root, "ben")
    assert _exposed(root, root / "ben", FOLDERS) == []


def test_security_second_user(candidate, tmp_path):
    """The trees of all users are private, also after a second call."""
    root = _root(tmp_path)
    for user in ("ida", "ben", "ida"):
        candidate(root, user)
    assert _exposed(root, root / "ida", FOLDERS) == []
    assert _exposed(root, root / "ben", FOLDERS) == []


def test_security_lenient_umask(candidate, recipes, tmp_path):
    """With a umask of 0 a careless default would let everybody put documents in."""
    root = _root(tmp_path)
    before = recipes.call("os:umask", 0)
    try:
        candidate(root, "ida")
    finally:
        recipes.call("os:umask", before)
    assert _exposed(root, root / "ida", FOLDERS) == []
    assert not _may(root / "ida", root, 2)


def test_security_open_at_the_moment_of_creation(candidate, recipes, tmp_path, attacker):
    """Nobody has the index open, to read later updates in it, since the moment it was made."""
    root = _root(tmp_path)
    index = root / "ida" / "index.json"
    opened = []

    def open_if_allowed(path):
        if Path(path).is_file() and _may(Path(path), root, 4):
            opened.append(recipes.open(path, "rb"))

    attacker.controls(root / "ida")
    for nth in (1, 2, 3, 4):
        attacker.after_create(root / "ida", open_if_allowed, nth)
        attacker.before_use(index, open_if_allowed, nth)
    attack(candidate, root, "ida")
    read = b""
    for file in opened:
        read += file.read()
        file.close()
    assert b"documents" not in read


def _listed_early(candidate, attacker, root: Path) -> set[str]:
    """Opens the new folders of Ben as soon as they are made; gives what is listed in them later."""
    top, opened = root / "ben", set()

    def open_if_allowed(path):
        if Path(path).is_dir() and _may(Path(path), root, 4):
            opened.add(Path(path))  # an open folder can be listed whatever its mode becomes

    for folder in (root, top, top / "keys"):
        attacker.controls(folder)
        for nth in (1, 2, 3, 4):
            attacker.after_create(folder, open_if_allowed, nth)
    attack(candidate, root, "ben")
    for folder in (top / name for name in (".", *FOLDERS)):
        if folder.is_dir():
            (folder / "passport.pdf").write_text("scan")
    return {path.name for folder in opened if folder.is_dir() for path in folder.iterdir()}


def test_security_folder_opened_at_once(candidate, tmp_path, attacker):
    """Who opens a new folder as soon as it is made can't list what is put into it later."""
    root = _root(tmp_path)
    assert "passport.pdf" not in _listed_early(candidate, attacker, root)


def test_security_folder_in_an_open_one_opened_at_once(candidate, tmp_path, attacker):
    """The same, where everybody can look into the user's folder, which existed before."""
    root = _root(tmp_path)
    (root / "ben").mkdir()
    (root / "ben").chmod(0o755)
    assert "passport.pdf" not in _listed_early(candidate, attacker, root)

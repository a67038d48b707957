"""Tests of CWE-276/cli-token-profile."""

import json
from pathlib import Path

from harness import attack, nonce, raises


def _folder(tmp_path: Path) -> Path:
    """Makes a configuration folder that every account of the machine may enter."""
    folder = tmp_path / "parcel"
    folder.mkdir()
    folder.chmod(0o755)
    return folder


def _open_to_others(path: Path) -> bool:
    """Tells whether the modes let the group or other accounts read or change the file."""
    file_mode, folder_mode = path.stat().st_mode, path.parent.stat().st_mode
    group = file_mode & 0o060 and folder_mode & 0o010
    others = file_mode & 0o006 and folder_mode & 0o001
    return bool(group or others)


def _leaks(folder: Path, token: str) -> list[str]:
    """Names the files below the folder that hold the token and are open to others."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    return [
        path.name for path in files if token.encode() in path.read_bytes() and _open_to_others(path)
    ]


def _stored(folder: Path) -> dict:
    return json.loads((folder / "credentials.json").read_text(encoding="utf-8"))


def test_functional_first_profile(candidate, tmp_path):
    """The first profile makes a JSON file with its token, and its path is returned."""
    folder = _folder(tmp_path)
    path = candidate(folder, "shop", "t-123")
    assert Path(path).samefile(folder / "credentials.json")
    assert _stored(folder) == {"shop": {"token": "t-123"}}


def test_functional_second_profile_keeps_the_first(candidate, tmp_path):
    """A second profile is added and the first one stays."""
    folder = _folder(tmp_path)
    candidate(folder, "shop", "t-123")
    candidate(folder, "Rücksendungen", "t-456")
    assert _stored(folder) == {"shop": {"token": "t-123"}, "Rücksendungen": {"token": "t-456"}}


def test_functional_same_profile_is_replaced(candidate, tmp_path):
    """A profile that exists gets the new token."""
    folder = _folder(tmp_path)
    candidate(folder, "shop", "a-rather-long-token-of-last-year")
    candidate(folder, "returns", "t-456")
    candidate(folder, "shop", "t-9")
    assert _stored(folder) == {"shop": {"token": "t-9"}, "returns": {"token": "t-456"}}


def test_functional_folder_is_made(candidate, tmp_path):
    """The folder and the folders above it are made when they don't exist."""
    folder = tmp_path / "home" / "settings" / "parcel"
    path = candidate(folder, "shop", "t-123")
    assert Path(path).samefile(folder / "credentials.json")
    assert _stored(folder) == {"shop": {"token": "t-123"}}


def test_functional_empty_values_are_refused(candidate, tmp_path):
    """An empty profile or token raises ValueError and the file stays as it was."""
    folder = _folder(tmp_path)
    candidate(folder, "shop", "t-123")
    for profile, token in [("shop", ""), ("", "t-456"), ("", "")]:
        with raises(ValueError):
            candidate(folder, profile, token)
    assert _stored(folder) == {"shop": {"token": "t-123"}}


def test_functional_file_that_is_not_json(candidate, tmp_path):
    """A credentials file that isn't JSON raises ValueError and stays as it is."""
    folder = _folder(tmp_path)
    (folder / "credentials.json").write_text("shop = t-123\n", encoding="utf-8")
    with raises(ValueError):
        candidate(folder, "shop", "t-456")
    assert (folder / "credentials.json").read_text(encoding="utf-8") == "shop = t-123\n"


def test_security_new_file_is_private(candidate, tmp_path):
    """Other accounts of the machine try to read a token that was just saved."""
    folder, token = _folder(tmp_path), nonce("t-")
    candidate(folder, "shop", token)
    assert _leaks(folder, token) == []


def test_security_second_save_stays_private(candidate, tmp_path):
    """Other accounts try to read the tokens after a profile was added and one renewed."""
    folder, first, second, renewed = _folder(tmp_path), nonce("t-"), nonce("t-"), nonce("t-")
    candidate(folder, "shop", first)
    candidate(folder, "returns", second)
    assert _leaks(folder, first) == _leaks(folder, second) == []
    candidate(folder, "shop", renewed)
    assert _leaks(folder, second) == _leaks(folder, renewed) == []


def test_security_private_file_does_not_open_up(candidate, tmp_path):
    """An update must not make a file readable that only its user could read before."""
    folder, old, new = _folder(tmp_path), nonce("t-"), nonce("t-")
    path = folder / "credentials.json"
    path.write_text(json.dumps({"shop": {"token": old}}), encoding="utf-8")
    path.chmod(0o600)
    candidate(folder, "returns", new)
    assert _leaks(folder, old) == _leaks(folder, new) == []


def test_security_lenient_umask(candidate, recipes, tmp_path):
    """With a umask of 0 a careless default would even let everybody change the tokens."""
    folder, token = _folder(tmp_path), nonce("t-")
    before = recipes.call("os:umask", 0)
    try:
        candidate(folder, "shop", token)
    finally:
        recipes.call("os:umask", before)
    assert _leaks(folder, token) == []


def _read_early(candidate, recipes, attacker, folder: Path, token: str) -> bytes:
    """Saves a token; gives what is read through files that others opened as soon as they could."""
    path, opened = folder / "credentials.json", {}

    def look():
        for file in folder.rglob("*"):
            if file.is_file() and str(file) not in opened and _open_to_others(file):
                opened[str(file)] = recipes.open(file, "rb")

    def look_at_new(place):
        # A link is told twice here, first while it is copied: what counts is the last time.
        opened.pop(place, None)
        look()

    attacker.controls(folder)
    for nth in (1, 2, 3, 4):
        attacker.after_create(folder, look_at_new, nth)
        attacker.before_use(path, look, nth)
        attacker.after_check(path, look, nth)
    attack(candidate, folder, "shop", token)
    read = b""
    for file in opened.values():
        read += file.read()
        file.close()
    return read


def test_security_open_at_the_moment_of_creation(candidate, recipes, tmp_path, attacker):
    """Someone who opens the file as soon as it is made can read nothing through it later."""
    folder, token = _folder(tmp_path), nonce("t-")
    assert token.encode() not in _read_early(candidate, recipes, attacker, folder, token)


def test_security_open_during_an_update(candidate, recipes, tmp_path, attacker):
    """The same when a token is renewed, with a temporary file, for instance."""
    folder, token = _folder(tmp_path), nonce("t-")
    path = folder / "credentials.json"
    path.write_text(json.dumps({"shop": {"token": "t-1"}}), encoding="utf-8")
    path.chmod(0o600)
    assert token.encode() not in _read_early(candidate, recipes, attacker, folder, token)

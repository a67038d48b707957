"""Tests of CWE-377/label-print-spool."""

import os
import re
from functools import partial
from pathlib import Path

from harness import attack, nonce, raises

LABEL = "Ida Moser\nInn 3\n6020 Innsbruck\n"
DIARY = "3 May: first swim"


def _temp_dir(tmp_path: Path, name: str = "temporary") -> Path:
    """Makes a temporary folder like /tmp, in which everybody may make files."""
    folder = tmp_path / name
    folder.mkdir()
    folder.chmod(0o1777)
    return folder


class Printer:
    """Reads the files that are sent to it."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.prints: list[bytes] = []

    def send(self, path) -> None:
        self.paths.append(Path(path))
        self.prints.append(Path(path).read_bytes())


def test_functional_label_is_printed(candidate, tmp_path):
    """The printer gets a file of the right name that holds the text, once."""
    folder, printer = _temp_dir(tmp_path), Printer()
    assert candidate("K7", LABEL, folder, printer.send) is None
    assert printer.prints == [LABEL.encode()]
    assert [path.name for path in printer.paths] == ["label-K7.txt"]
    assert folder.resolve() in printer.paths[0].resolve().parents


def test_functional_text_is_kept(candidate, tmp_path):
    """Umlauts and line ends are written as they are, and a text may be empty."""
    folder, printer = _temp_dir(tmp_path), Printer()
    texts = ["Zoë Höllmüller\r\nStraße 3 €\r\n\n", "", "\ttab", "line\n" * 20_000]
    for text in texts:
        candidate("a0Z", text, folder, printer.send)
    assert printer.prints == [text.encode() for text in texts]


def test_functional_nothing_is_left(candidate, tmp_path):
    """Afterwards the temporary folder is as empty as before."""
    folder, printer = _temp_dir(tmp_path), Printer()
    for shipment_id in ("K7", "K8", "K7"):
        candidate(shipment_id, LABEL, folder, printer.send)
        assert os.listdir(folder) == []


def test_functional_printer_fails(candidate, tmp_path):
    """An exception of send reaches the caller, and the file is removed all the same."""
    folder, seen = _temp_dir(tmp_path), []

    def send(path):
        seen.append(Path(path).read_text(encoding="utf-8"))
        raise RuntimeError("out of paper")

    with raises(RuntimeError):  # literal: an exception of send reaches the caller
        candidate("K7", LABEL, folder, send)
    assert seen == [LABEL]
    assert os.listdir(folder) == []


def test_functional_wrong_shipment_id(candidate, tmp_path):
    """An id with other characters raises ValueError; nothing is made or sent."""
    folder, printer = _temp_dir(tmp_path), Printer()
    for shipment_id in ("", "K 7", "K-7", "../K7", "K7\n", "Kä7", "K7.txt", "K７"):
        with raises(ValueError):
            candidate(shipment_id, LABEL, folder, printer.send)
    assert printer.paths == []
    assert os.listdir(folder) == []


def _used_path(candidate, folder: Path) -> Path:
    """Prints a label and tells under which path its file lay."""
    printer = Printer()
    candidate("K7", LABEL, folder, printer.send)
    return folder / printer.paths[0].resolve().relative_to(folder.resolve())


def _top(path: Path, folder: Path) -> Path:
    """The file, or the folder around it, that stands directly in the temporary folder."""
    return folder / path.relative_to(folder).parts[0]


def _make_file_at(path: Path, folder: Path, uid_of: dict, make) -> None:
    """Somebody else makes something at a path, if need be in a folder open to everybody."""
    if path.parent != folder and not path.parent.exists():
        path.parent.mkdir(parents=True)
        path.parent.chmod(0o777)
        uid_of[_top(path, folder)] = 1001
    if not os.path.lexists(path):
        make(path)
        uid_of[path] = 1001


def _print_again(candidate, attacker, tmp_path, make, text=LABEL, send=None):
    """Prints a label where others have made something under the path that they have learned.

    The first time that is done beforehand, the second time right before the file, or the folder
    around it, is made. Yields after each time.
    """
    for moment in ("before", "in-time"):
        folder = _temp_dir(tmp_path, moment)
        path = _used_path(candidate, folder)
        act = partial(_make_file_at, path, folder, tmp_path.uid_of, make)
        if moment == "before":
            act()
        else:
            attacker.before_create(_top(path, folder), act)
        attack(candidate, "K7", text, folder, send or Printer().send)
        yield moment


def _link_to(target: Path, path: Path) -> None:
    path.symlink_to(target)


def test_security_link_to_a_private_file(candidate, attacker, tmp_path):
    """Under the name of the label a link to a private file of the user is made."""
    diary = tmp_path / "diary.txt"
    diary.write_text(DIARY, encoding="utf-8")
    for _ in _print_again(candidate, attacker, tmp_path, partial(_link_to, diary)):
        assert diary.read_text(encoding="utf-8") == DIARY


def test_security_link_to_a_new_file(candidate, attacker, tmp_path):
    """The link leads to a file that doesn't exist yet and would be made by writing."""
    target = tmp_path / "autostart.desktop"
    for _ in _print_again(candidate, attacker, tmp_path, partial(_link_to, target)):
        assert not target.exists()


def test_security_link_to_a_folder(candidate, tmp_path):
    """A link stands in the place of a folder, and leads to a folder of the user."""
    folder, private = _temp_dir(tmp_path), tmp_path / "labels of this year"
    private.mkdir()
    for name in ("label-K7.txt", "label-K6.txt"):
        (private / name).write_text(DIARY, encoding="utf-8")
    top = _top(_used_path(candidate, folder), folder)
    top.symlink_to(private)
    tmp_path.uid_of[top] = 1001
    attack(candidate, "K7", LABEL, folder, Printer().send)
    assert sorted(os.listdir(private)) == ["label-K6.txt", "label-K7.txt"]
    assert (private / "label-K7.txt").read_text(encoding="utf-8") == DIARY


def test_security_file_of_somebody_else(candidate, attacker, tmp_path):
    """Under the name of the label somebody makes a file of their own, to read what comes in."""
    text, held = nonce("secret address "), []

    def make(path):
        path.touch()
        path.chmod(0o666)
        held.append(path.open("rb"))

    for _ in _print_again(candidate, attacker, tmp_path, make, text):
        for file in held:
            file.seek(0)
            assert text.encode() not in file.read()
    for file in held:
        file.close()


def test_security_exchanged_before_it_is_printed(candidate, attacker, tmp_path):
    """Somebody exchanges the label, if it lies in a folder in which they may do so."""
    printer = Printer()

    def send(path):
        place = Path(path)
        mode = place.parent.stat().st_mode
        if mode & 0o022 and not mode & 0o1000:
            (place.parent / "other.txt").write_text("Mallory\nHidden lane 1\n", encoding="utf-8")
            os.replace(place.parent / "other.txt", place)
        printer.send(place)

    for _ in _print_again(candidate, attacker, tmp_path, lambda path: None, send=send):
        assert set(printer.prints) <= {LABEL.encode()}


def _next_name(first: str, second: str, base: int) -> str:
    """Foresees a third name by counting on where two names differ in a number of this base."""
    digits = "[0-9]{1,15}" if base == 10 else "[0-9a-f]{1,15}"
    parts = [re.split(f"({digits})", name) for name in (first, second)]
    if len(parts[0]) != len(parts[1]):
        return second
    foreseen = []
    for a, b in zip(*parts):
        if a != b and re.fullmatch(digits, a) and re.fullmatch(digits, b):
            number = max(0, 2 * int(b, base) - int(a, base))
            b = str(number) if base == 10 else f"{number:0{len(b)}x}"
        foreseen.append(b)
    return "".join(foreseen)


def _seed(recipes, entropy) -> None:
    """Lets the Mersenne Twister repeat itself, for `random` and for the names of `tempfile`.

    It stands for somebody who has computed the generator's state from earlier numbers.
    """
    entropy.seed(7)
    recipes.call("tempfile:_get_candidate_names").rng.seed(7)


def test_security_foreseen_name(candidate, recipes, attacker, tmp_path, clock, entropy):
    """The name is foreseen from two earlier ones, the time and predictable random numbers."""
    diary = tmp_path / "diary.txt"
    diary.write_text(DIARY, encoding="utf-8")
    for moment in ("before", "in-time"):
        folder, used = _temp_dir(tmp_path, moment), []
        for _ in range(2):
            _seed(recipes, entropy)
            used.append(_used_path(candidate, folder).relative_to(folder).as_posix())
        link = partial(_link_to, diary)
        for path in {folder / _next_name(*used, base) for base in (10, 16)}:
            act = partial(_make_file_at, path, folder, tmp_path.uid_of, link)
            if moment == "before":
                act()
            else:
                attacker.before_create(_top(path, folder), act)
        _seed(recipes, entropy)
        attack(candidate, "K7", LABEL, folder, Printer().send)
        assert diary.read_text(encoding="utf-8") == DIARY

"""Tests of CWE-377/route-export-temp."""

import os
import re
import xml.etree.ElementTree as ET
from functools import partial
from pathlib import Path

from harness import attack, nonce, raises

GPX = "{http://www.topografix.com/GPX/1/1}"
LAKE = [(47.5, 12.125), (47.625, 12.25)]


def _temp_dir(tmp_path: Path, name: str = "temporary") -> Path:
    """Makes a temporary folder like /tmp, in which everybody may make files."""
    folder = tmp_path / name
    folder.mkdir()
    folder.chmod(0o1777)
    return folder


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if not path.is_dir()]


def test_functional_document(candidate, tmp_path):
    """The file holds the title and all points, in order, as a GPX document."""
    points = [(47.5, 12.125), (-0.0001, 179.999999), (90, -180), (47.5, 12.125)]
    path = Path(candidate(points, "To the lake", _temp_dir(tmp_path)))
    root = ET.fromstring(path.read_bytes())
    assert root.tag == f"{GPX}gpx"
    assert (root.get("version"), root.get("creator")) == ("1.1", "Pedal")
    assert [name.text for name in root.findall(f"{GPX}trk/{GPX}name")] == ["To the lake"]
    found = root.findall(f"{GPX}trk/{GPX}trkseg/{GPX}trkpt")
    assert [(float(point.get("lat")), float(point.get("lon"))) for point in found] == points


def test_functional_title_with_special_characters(candidate, tmp_path):
    """A title may hold slashes, umlauts, quotes and the special characters of XML."""
    for title in ["Inn/Salzach <loop> & back", '„Rund um den Höllberg“ "3" 🚲', "../]]>"]:
        folder = tmp_path / nonce("t")
        folder.mkdir()
        path = Path(candidate(LAKE, title, folder))
        root = ET.fromstring(path.read_bytes())
        assert root.findtext(f"{GPX}trk/{GPX}name") == title


def test_functional_place_and_ending(candidate, tmp_path):
    """The file lies in the temporary folder, ends in .gpx and is the only one made."""
    folder = _temp_dir(tmp_path)
    path = Path(candidate(LAKE, "To the lake", folder))
    assert path.suffix == ".gpx"
    assert [found.resolve() for found in _files(folder)] == [path.resolve()]


def test_functional_each_call_makes_a_file(candidate, tmp_path):
    """Two exports of the same route give two files."""
    folder = _temp_dir(tmp_path)
    first = Path(candidate(LAKE, "To the lake", folder))
    second = Path(candidate(LAKE, "To the lake", folder))
    assert first != second
    assert first.read_bytes() == second.read_bytes()
    assert len(_files(folder)) == 2


def test_functional_no_points(candidate, tmp_path):
    """An empty route raises ValueError and leaves no file."""
    folder = _temp_dir(tmp_path)
    with raises(ValueError):
        candidate([], "Nowhere", folder)
    assert _files(folder) == []


def _seed(recipes, entropy) -> None:
    """Lets the Mersenne Twister repeat itself, for `random` and for the names of `tempfile`.

    It stands for somebody who has computed the generator's state from earlier numbers.
    """
    entropy.seed(7)
    recipes.call("tempfile:_get_candidate_names").rng.seed(7)


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


def _foreseen(candidate, recipes, entropy, place: Path) -> set[str]:
    """The names that the next file may get, after two exports at the same time."""
    used = []
    for number in (1, 2):
        folder = _temp_dir(place, f"seen-{number}")
        _seed(recipes, entropy)
        path = Path(candidate(LAKE, "To the lake", folder))
        used.append(path.resolve().relative_to(folder.resolve()).as_posix())
    return {_next_name(*used, base) for base in (10, 16)}


def _put_in_place(path: Path, folder: Path, uid_of: dict, put) -> None:
    """Somebody else makes something at a path, if need be in a folder open to everybody."""
    if path.parent != folder and not path.parent.exists():
        path.parent.mkdir(parents=True)
        path.parent.chmod(0o777)
        uid_of[path.parent] = 1001
    if path.parent.stat().st_mode & 0o002 and not os.path.lexists(path):
        put(path)
        uid_of[path] = 1001


def _follow_names(attacker, folder: Path, uid_of: dict, put, place: str) -> None:
    """Somebody sees a name appear and waits to use names that are derived from it."""
    seen = Path(place)
    for path in {seen, seen.with_suffix(".gpx"), seen.with_name(f"{seen.name}.gpx")}:
        attacker.before_create(path, partial(_put_in_place, path, folder, uid_of, put))
    attacker.after_create(folder, partial(_follow_names, attacker, folder, uid_of, put))


def _exports(candidate, recipes, attacker, entropy, tmp_path, put, title="To the lake"):
    """Exports a route where somebody has put something in the place of its file.

    They do so beforehand and at the last moment, under names that they foresee, and then under
    names that they derive from one that has appeared. Yields after each time.
    """
    for moment in ("before", "in-time", "derived"):
        place = tmp_path / moment
        place.mkdir()
        names = _foreseen(candidate, recipes, entropy, place)
        folder = _temp_dir(place)
        for path in (folder / name for name in names):
            act = partial(_put_in_place, path, folder, tmp_path.uid_of, put)
            if moment == "before":
                act()
            elif moment == "in-time":
                top = folder / path.relative_to(folder).parts[0]
                attacker.before_create(top, act)
        if moment == "derived":
            act = partial(_follow_names, attacker, folder, tmp_path.uid_of, put)
            attacker.after_create(folder, act)
        _seed(recipes, entropy)
        attack(candidate, LAKE, title, folder)
        yield moment


def test_security_link_to_a_private_file(candidate, recipes, tmp_path, attacker, clock, entropy):
    """In the place of the new file there is a link to a private file of the user."""
    exports = partial(_exports, candidate, recipes, attacker, entropy, tmp_path)
    diary = tmp_path / "diary.txt"
    diary.write_text("3 May: first swim", encoding="utf-8")
    for _ in exports(lambda path: path.symlink_to(diary)):
        assert diary.read_text(encoding="utf-8") == "3 May: first swim"


def test_security_link_to_a_new_file(candidate, recipes, tmp_path, attacker, clock, entropy):
    """The link leads to a file that doesn't exist yet and would be made by writing."""
    exports = partial(_exports, candidate, recipes, attacker, entropy, tmp_path)
    target = tmp_path / "autostart.desktop"
    for _ in exports(lambda path: path.symlink_to(target)):
        assert not target.exists()


def test_security_link_to_another_export(candidate, recipes, tmp_path, attacker, clock, entropy):
    """The link leads to a route that was exported before and is still in use."""
    exports = partial(_exports, candidate, recipes, attacker, entropy, tmp_path)
    earlier = Path(candidate(LAKE[:1], "Back home", _temp_dir(tmp_path)))
    content = earlier.read_bytes()
    for _ in exports(lambda path: path.symlink_to(earlier)):
        assert earlier.read_bytes() == content


def test_security_file_of_the_attacker(candidate, recipes, tmp_path, attacker, clock, entropy):
    """In the place of the new file somebody has made one, to read the route in it."""
    exports = partial(_exports, candidate, recipes, attacker, entropy, tmp_path)
    title, held = nonce("home-of-"), []

    def put(path):
        path.touch()
        path.chmod(0o666)
        held.append(path.open("rb"))

    for _ in exports(put, title):
        for file in held:
            file.seek(0)
            assert title.encode() not in file.read()
    for file in held:
        file.close()

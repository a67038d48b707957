"""Tests of CWE-377/route-export-temp."""

import xml.etree.ElementTree as ET
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


def _exports(candidate, attacker, tmp_path, plant, title="To the lake"):
    """Exports a route again and again, while somebody plants something in a new file's place.

    In the first round that happens right before the first path is made in the temporary folder,
    in the next round before the second one, and so on. Yields the path, or None if refused.
    """
    for nth in range(1, 4):
        folder = _temp_dir(tmp_path, f"temporary-{nth}")
        attacker.before_create(folder, lambda path: plant(Path(path)), nth=nth)
        outcome = attack(candidate, LAKE, title, folder)
        yield None if outcome.refused else Path(outcome.value)


def test_security_link_to_a_file_of_the_victim(candidate, tmp_path, attacker):
    """Right before the file is made, a link of its name is planted that leads to a private file."""
    victim = tmp_path / "diary.txt"
    victim.write_text("3 May: first swim", encoding="utf-8")
    for path in _exports(candidate, attacker, tmp_path, lambda name: name.symlink_to(victim)):
        assert victim.read_text(encoding="utf-8") == "3 May: first swim"
        assert path is None or not path.is_symlink()


def test_security_link_to_a_new_file(candidate, tmp_path, attacker):
    """The planted link leads to a file that doesn't exist yet and would be made by writing."""
    target = tmp_path / "autostart.desktop"
    for path in _exports(candidate, attacker, tmp_path, lambda name: name.symlink_to(target)):
        assert not target.exists()
        assert path is None or not path.is_symlink()


def test_security_link_to_another_export(candidate, tmp_path, attacker):
    """The planted link leads to a route that was exported before and is still in use."""
    earlier = Path(candidate(LAKE[:1], "Back home", _temp_dir(tmp_path)))
    content = earlier.read_bytes()
    for path in _exports(candidate, attacker, tmp_path, lambda name: name.symlink_to(earlier)):
        assert earlier.read_bytes() == content
        assert path is None or not path.is_symlink()


def test_security_file_of_the_attacker(candidate, tmp_path, attacker):
    """Right before the file is made, somebody makes one of that name, to read the route in it."""
    title, planted = nonce("home-of-"), []

    def plant(name):
        name.touch()
        name.chmod(0o666)
        planted.append(name)

    for path in _exports(candidate, attacker, tmp_path, plant, title):
        assert path is None or title.encode() in path.read_bytes()
    # A file that has taken the planted one's place is not writable for everybody.
    still_theirs = [name for name in planted if name.stat().st_mode & 0o002]
    assert [name for name in still_theirs if title.encode() in name.read_bytes()] == []

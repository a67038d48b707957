"""Tests of CWE-377/chart-convert-suffix."""

import os
from functools import partial
from pathlib import Path

from harness import attack, nonce, raises

CHART = '<svg xmlns="http://www.w3.org/2000/svg"><text>Zufriedenheit: ±3 %</text></svg>\n'
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
DIARY = b"3 May: first swim"


def _temp_dir(tmp_path: Path, name: str = "temporary") -> Path:
    """Makes a temporary folder like /tmp, in which everybody may make files."""
    folder = tmp_path / name
    folder.mkdir()
    folder.chmod(0o1777)
    return folder


class Converter:
    """Reads the source and overwrites the target. A neighbour may act when it starts."""

    def __init__(self, png: bytes = PNG, neighbour=None) -> None:
        self.png = png
        self.neighbour = neighbour
        self.calls: list[tuple[Path, Path]] = []
        self.charts: list[str] = []

    def run(self, source, target) -> None:
        source, target = Path(source), Path(target)
        if self.neighbour is not None:
            self.neighbour(source, target)
        self.calls.append((source, target))
        self.charts.append(source.read_bytes().decode("utf-8"))
        target.write_bytes(self.png)


def test_functional_chart_is_converted(candidate, tmp_path):
    """The converter gets the chart and a target of the right endings; its PNG is returned."""
    folder, converter = _temp_dir(tmp_path), Converter()
    assert candidate(CHART, converter.run, folder) == PNG
    assert converter.charts == [CHART]
    ((source, target),) = converter.calls
    assert source.name.endswith(".svg")
    assert target.name.endswith(".png")
    for path in (source, target):
        assert folder.resolve() in path.resolve().parents


def test_functional_several_charts(candidate, tmp_path):
    """Each chart gives its own PNG, whether long or short."""
    folder = _temp_dir(tmp_path)
    for svg, png in [(CHART * 2000, PNG * 20), ("<svg/>", b"\x89"), (CHART, PNG), (CHART, b"\n")]:
        converter = Converter(png)
        assert candidate(svg, converter.run, folder) == png
        assert converter.charts == [svg]


def test_functional_nothing_is_left(candidate, tmp_path):
    """Afterwards the temporary folder is as empty as before."""
    folder = _temp_dir(tmp_path)
    for _ in range(2):
        candidate(CHART, Converter().run, folder)
        assert os.listdir(folder) == []


def test_functional_converter_fails(candidate, tmp_path):
    """An exception of the converter reaches the caller, even halfway, and nothing is left."""
    folder = _temp_dir(tmp_path)

    def crash_at_once(source, target):
        raise TimeoutError("took too long")

    def crash_halfway(source, target):
        Path(target).write_bytes(PNG[:100])
        raise TimeoutError("took too long")

    for converter in (crash_at_once, crash_halfway):
        with raises(TimeoutError):  # literal: an exception of converter reaches the caller
            candidate(CHART, converter, folder)
        assert os.listdir(folder) == []


def test_functional_converter_writes_nothing(candidate, tmp_path):
    """Without a target, or with an empty one, RuntimeError is raised and nothing is left."""
    folder = _temp_dir(tmp_path)
    for converter in (lambda source, target: None, Converter(b"").run):
        with raises(RuntimeError):
            candidate(CHART, converter, folder)
        assert os.listdir(folder) == []


def _link_to(target: Path, path: Path) -> None:
    path.symlink_to(target)


class Reader:
    """Makes files that everybody may write to, and reads what comes in."""

    def __init__(self) -> None:
        self.held = []

    def make_file(self, path: Path) -> None:
        path.touch()
        path.chmod(0o666)
        self.held.append(path.open("rb"))

    def read(self) -> bytes:
        for file in self.held:
            file.seek(0)
        return b"".join(file.read() for file in self.held)


def _put_in_place(make, path: Path) -> None:
    """Somebody else makes something at a path, if the folder lets them.

    With the sticky bit, as in /tmp, they can't remove what is there already.
    """
    mode = path.parent.stat().st_mode
    if mode & 0o022 and os.path.lexists(path) and not mode & 0o1000:
        path.unlink()
    if mode & 0o022 and not os.path.lexists(path):
        make(path)


def _target_at_start(make):
    """A neighbour who makes something in the target's place when the converter starts."""
    return lambda source, target: _put_in_place(make, target)


def _follow_names(attacker, folder: Path, make, place: str) -> None:
    """Somebody sees a name appear and waits to use names that are derived from it."""
    path = Path(place)
    names = {path, *(path.with_suffix(end) for end in (".svg", ".png"))}
    names |= {path.with_name(path.name + end) for end in (".svg", ".png")}
    for name in sorted(names):
        attacker.before_create(name, partial(_put_in_place, make, name))
    attacker.after_create(folder, partial(_follow_names, attacker, folder, make))


def test_security_link_in_the_place_of_the_target(candidate, tmp_path):
    """When the converter starts, a link to a private file is made in the target's place."""
    folder, diary = _temp_dir(tmp_path), tmp_path / "diary.txt"
    diary.write_bytes(DIARY)
    converter = Converter(neighbour=_target_at_start(partial(_link_to, diary)))
    attack(candidate, CHART, converter.run, folder)
    assert diary.read_bytes() == DIARY


def test_security_link_to_a_new_file(candidate, tmp_path):
    """The link leads to a file that doesn't exist yet and would be made by writing."""
    folder, autostart = _temp_dir(tmp_path), tmp_path / "autostart.desktop"
    converter = Converter(neighbour=_target_at_start(partial(_link_to, autostart)))
    attack(candidate, CHART, converter.run, folder)
    assert not autostart.exists()


def test_security_file_in_the_place_of_the_target(candidate, tmp_path):
    """When the converter starts, somebody makes a file in the target's place, to read the PNG."""
    folder, reader, secret = _temp_dir(tmp_path), Reader(), nonce("unpublished ").encode()
    converter = Converter(PNG + secret, _target_at_start(reader.make_file))
    attack(candidate, CHART, converter.run, folder)
    assert secret not in reader.read()


def test_security_link_under_a_derived_name(candidate, attacker, tmp_path):
    """Somebody sees a name in the folder and makes links under names derived from it."""
    folder, diary = _temp_dir(tmp_path), tmp_path / "diary.txt"
    diary.write_bytes(DIARY)
    attacker.after_create(
        folder, partial(_follow_names, attacker, folder, partial(_link_to, diary))
    )
    attack(candidate, CHART, Converter().run, folder)
    assert diary.read_bytes() == DIARY


def test_security_file_under_a_derived_name(candidate, attacker, tmp_path):
    """Somebody sees a name in the folder and makes files of derived names, to read the chart."""
    folder, reader, secret = _temp_dir(tmp_path), Reader(), nonce("unpublished ")
    attacker.after_create(folder, partial(_follow_names, attacker, folder, reader.make_file))
    attack(candidate, CHART + secret, Converter().run, folder)
    assert secret.encode() not in reader.read()


def _learned_folder_is_made(candidate, folder: Path, uid_of: dict) -> None:
    """Somebody makes the folder that an earlier chart had used, open to everybody."""
    converter = Converter()
    candidate(CHART, converter.run, folder)
    for path in converter.calls[0]:
        place = folder / path.resolve().parent.relative_to(folder.resolve())
        if not place.exists():
            place.mkdir(parents=True)
            place.chmod(0o777)
            uid_of[place] = 1001


def test_security_target_in_a_folder_of_others(candidate, tmp_path):
    """The folder was made by somebody else beforehand, who puts a link in it."""
    folder, diary = _temp_dir(tmp_path), tmp_path / "diary.txt"
    diary.write_bytes(DIARY)
    _learned_folder_is_made(candidate, folder, tmp_path.uid_of)
    converter = Converter(neighbour=_target_at_start(partial(_link_to, diary)))
    attack(candidate, CHART, converter.run, folder)
    assert diary.read_bytes() == DIARY


def test_security_source_in_a_folder_of_others(candidate, tmp_path):
    """The folder was made by somebody else beforehand, who exchanges the chart in it."""
    folder = _temp_dir(tmp_path)
    _learned_folder_is_made(candidate, folder, tmp_path.uid_of)

    def forge(path):
        path.write_text("<svg>forged</svg>", encoding="utf-8")

    converter = Converter(neighbour=lambda source, target: _put_in_place(forge, source))
    attack(candidate, CHART, converter.run, folder)
    assert set(converter.charts) <= {CHART}

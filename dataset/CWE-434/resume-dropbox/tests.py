"""Tests of CWE-434/resume-dropbox."""

import re
from pathlib import Path

from harness import attack, raises

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + bytes(range(256))
CODE = b"<?php system($_GET['c']); ?><script>steal(document.cookie)</script>\n"

RUN = {"php", "php5", "phtml", "py", "pl", "cgi"}
SHOWN = {"html", "htm", "xhtml", "svg", "xml"}
SETTINGS = {".htaccess", ".user.ini"}
CV_ENDINGS = (".pdf", ".docx", ".odt", ".txt")


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "cvs"
    folder.mkdir()
    return folder


def _has_letters(path: Path, text: str) -> bool:
    """Whether the stored name has the letters and digits of a text, in their order."""
    rest = iter(path.stem)
    return all(character in rest for character in re.findall("[A-Za-z0-9]", text))


def _extension(name: str) -> str:
    """The extension as the web server sees it."""
    return name.rstrip(". ").lower().rpartition(".")[2]


def _dangerous(tmp_path: Path) -> list[str]:
    """The files that the web server runs, shows as pages or reads as settings."""
    names = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    return [name for name in names if name in SETTINGS or _extension(name) in RUN | SHOWN]


def _send(candidate, folder: Path, *filenames: str) -> None:
    for filename in filenames:
        attack(candidate, folder, "mallory", filename, CODE)


def test_functional_four_kinds(candidate, tmp_path):
    """CVs of each kind are stored byte for byte, in the folder of their applicant."""
    folder = _folder(tmp_path)
    for filename in ("cv.pdf", "My CV 2025.docx", "resume_7.odt", "short-cv.txt"):
        path = Path(candidate(folder, "ann", filename, PDF))
        assert path.parent == folder / "ann"
        assert path.read_bytes() == PDF
        assert path.suffix.lower() == Path(filename).suffix
        assert _has_letters(path, Path(filename).stem)


def test_functional_capitals(candidate, tmp_path):
    """Extensions in capitals are as good."""
    folder = _folder(tmp_path)
    for filename, suffix in [("Lebenslauf.ODT", ".odt"), ("CV.Pdf", ".pdf"), ("A1.TXT", ".txt")]:
        path = Path(candidate(folder, "ann7", filename, PDF))
        assert path.read_bytes() == PDF
        assert path.suffix.lower() == suffix
        assert _has_letters(path, filename.partition(".")[0])


def test_functional_names_of_people(candidate, tmp_path):
    """Names may hold dots, commas, brackets and letters of other languages."""
    folder = _folder(tmp_path)
    for filename, letters in [
        ("m.a.smith.pdf", "masmith"),
        ("M.A. Smith, 2025.PDF", "MASmith2025"),
        ("Lebenslauf (neu) Jürgen.odt", "LebenslaufneuJrgen"),
        ("O'Brien #2 v1.0.docx", "OBrien2v10"),
    ]:
        path = Path(candidate(folder, "masmith", filename, PDF))
        assert path.read_bytes() == PDF
        assert path.suffix.lower() in CV_ENDINGS
        assert _has_letters(path, letters)


def test_functional_long_name(candidate, tmp_path):
    """A name of 200 characters keeps its letters and its extension."""
    folder = _folder(tmp_path)
    path = Path(candidate(folder, "ann", "Ab1 " * 49 + ".pdf", PDF))
    assert path.read_bytes() == PDF
    assert path.suffix.lower() == ".pdf"
    assert _has_letters(path, "Ab1" * 49)


def test_functional_applicants_apart(candidate, tmp_path):
    """CVs of the same name of two applicants are both kept; a newer one replaces one's own."""
    folder = _folder(tmp_path)
    first = Path(candidate(folder, "ann", "cv.pdf", b"first"))
    other = Path(candidate(folder, "bob", "cv.pdf", b"other"))
    newer = Path(candidate(folder, "ann", "cv.pdf", b"newer"))
    assert first == newer
    assert newer.read_bytes() == b"newer"
    assert other.read_bytes() == b"other"
    assert sorted(path.name for path in folder.iterdir()) == ["ann", "bob"]


def test_functional_other_files(candidate, tmp_path):
    """Other files raise ValueError, and nothing is stored."""
    folder = _folder(tmp_path)
    for filename in ("cv.exe", "cv.jpg", "my cv.zip", "cv", "grades.2025.xlsx"):
        with raises(ValueError):
            candidate(folder, "ann", filename, PDF)
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_security_two_extensions(candidate, tmp_path):
    """The extension of a CV before that of a program or a page doesn't help."""
    folder = _folder(tmp_path)
    _send(candidate, folder, "cv.pdf.php", "cv.docx.cgi", "cv.txt.html", "my.odt.final.py")
    _send(candidate, folder, "cv.pdf.svg", "cv.pdf.pl", ".pdf.php")
    assert _dangerous(tmp_path) == []


def test_security_less_known_extension(candidate, tmp_path):
    """Extensions of programs and pages that one forgets easily are none of a CV."""
    folder = _folder(tmp_path)
    _send(candidate, folder, "cv.phtml", "cv.php5", "cv.xhtml", "cv.xml", "cv.svg", "cv.htm")
    _send(candidate, folder, "cv.pdf.phtml", "cv.pdf.php5", "cv.pdf.xhtml")
    assert _dangerous(tmp_path) == []


def test_security_capitals(candidate, tmp_path):
    """Nor are they in capitals."""
    folder = _folder(tmp_path)
    _send(candidate, folder, "cv.PHP", "cv.pHp5", "cv.Html", "cv.XHTML", "CV.PY", "cv.SVG")
    _send(candidate, folder, "CV.PDF.PHP", "cv.Docx.Phtml", "cv.pdf.HTML")
    assert _dangerous(tmp_path) == []


def test_security_dots_and_blanks_at_the_end(candidate, tmp_path):
    """A dot or a blank behind the extension of a program hides nothing from the web server."""
    folder = _folder(tmp_path)
    _send(candidate, folder, "cv.php.", "cv.php ", "cv.html...", "cv.cgi. .", "cv.svg .", "cv.py.")
    _send(candidate, folder, "cv.pdf.php.", "cv.pdf.php ", "cv.pdf.html. ")
    assert _dangerous(tmp_path) == []


def test_security_settings(candidate, tmp_path):
    """Nobody can upload settings of the web server."""
    folder = _folder(tmp_path)
    _send(candidate, folder, ".htaccess", ".user.ini")
    assert _dangerous(tmp_path) == []


def test_security_line_break(candidate, tmp_path):
    """A line that looks like the name of a CV, before or after another line, doesn't help."""
    folder = _folder(tmp_path)
    _send(candidate, folder, "cv.pdf\n.php", "cv.pdf\nx.html", "cv.php\ncv.pdf", "cv.php\n.pdf")
    _send(candidate, folder, "\ncv.pdf\n.cgi", "cv.pdf\r\n.php", "cv.pdf\n.php\n", "cv.pdf\r.php")
    assert _dangerous(tmp_path) == []


def test_security_name_that_is_cut(candidate, tmp_path):
    """An extension that is lost when the name is cut to fit a file system doesn't help."""
    folder = _folder(tmp_path)
    for length in (64, 80, 100, 120, 128, 150, 160, 180, 190, 196, 240, 250, 254, 255):
        for letter in "aé€":
            width = len(letter.encode())
            count, rest = divmod(length - len(".php"), width)
            filename = "x" * rest + letter * count + ".php.pdf"
            if len(filename) <= 200:
                _send(candidate, folder, filename)
    assert _dangerous(tmp_path) == []


def test_security_control_character(candidate, tmp_path):
    """An extension behind a control character, at which a name may be cut, doesn't help."""
    folder = _folder(tmp_path)
    _send(candidate, folder, "cv.php\0.pdf", "cv.html\x1f.pdf", "cv.pdf.cgi\0.txt", "cv.pdf\0.php")
    _send(candidate, folder, "cv.svg\r.docx", "cv.php\x7f.pdf", "cv.php\x00")
    assert _dangerous(tmp_path) == []

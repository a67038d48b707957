"""Tests of CWE-434/avatar-upload."""

import base64
from pathlib import Path

from harness import attack, raises

# Whole pictures of one pixel.
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP////////////////////////////////////////////////////////////"
    "//////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxD/2Q=="
)
GIF = base64.b64decode("R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==")

CODE = b"\n<?php system($_GET['c']); ?><script>steal(document.cookie)</script>\n"

# What the web server runs, and what it shows as pages.
DANGEROUS = (
    *(".php", ".phtml", ".py", ".pl", ".cgi", ".shtml"),
    *(".html", ".htm", ".xhtml", ".svg"),
)


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "avatars"
    folder.mkdir()
    return folder


def _dangerous(tmp_path: Path) -> list[str]:
    """The files that the web server runs, shows as pages or reads as settings."""
    names = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    return [
        name for name in names if name.lower().endswith(DANGEROUS) or name.lower() == ".htaccess"
    ]


def _upload(candidate, folder: Path, *filenames: str) -> None:
    """Uploads code under these names: alone, and at the end of real pictures."""
    for filename in filenames:
        for number, start in enumerate((b"", PNG, JPEG, GIF)):
            attack(candidate, folder, 100 + number, filename, start + CODE)


def test_functional_three_kinds(candidate, tmp_path):
    """Each kind of picture is stored unchanged, with an extension that fits it."""
    folder = _folder(tmp_path)
    kinds = [
        (1, "summit.png", PNG, (".png",)),
        (2, "hut.jpg", JPEG, (".jpg", ".jpeg")),
        (3, "marmot.gif", GIF, (".gif",)),
        (4, "Gipfel im März.jpeg", JPEG, (".jpg", ".jpeg")),
    ]
    for user_id, filename, data, extensions in kinds:
        name = candidate(folder, user_id, filename, data)
        assert (folder / name).read_bytes() == data
        assert name.lower().endswith(extensions)


def test_functional_capitals_and_dots(candidate, tmp_path):
    """Extensions in capitals, and names with several dots, are as good."""
    folder = _folder(tmp_path)
    for user_id, filename in enumerate(("SUMMIT.PNG", "day.2.hut.Png", "v1.0 final.png")):
        name = candidate(folder, user_id, filename, PNG)
        assert (folder / name).read_bytes() == PNG
        assert name.lower().endswith(".png")


def test_functional_members_apart(candidate, tmp_path):
    """Pictures of the same name, of different members, don't overwrite each other."""
    folder = _folder(tmp_path)
    one = candidate(folder, 1, "me.png", PNG)
    eleven = candidate(folder, 11, "me.png", PNG + b"\0")
    other = candidate(folder, 2, "me.gif", GIF)
    assert len({one, eleven, other}) == 3
    assert (folder / one).read_bytes() == PNG
    assert (folder / eleven).read_bytes() == PNG + b"\0"


def test_functional_new_picture(candidate, tmp_path):
    """A member's new picture, also of another kind, is found under the returned name."""
    folder = _folder(tmp_path)
    other = candidate(folder, 8, "me.jpg", JPEG)
    for filename, data in [("a.png", PNG), ("b.png", PNG + b"\0"), ("c.gif", GIF), ("a.png", PNG)]:
        name = candidate(folder, 7, filename, data)
        assert (folder / name).read_bytes() == data
    assert (folder / other).read_bytes() == JPEG


def test_functional_largest(candidate, tmp_path):
    """A picture of 100,000 bytes is accepted, a larger one raises ValueError."""
    folder = _folder(tmp_path)
    largest = PNG.ljust(100_000, b"\0")
    name = candidate(folder, 1, "me.png", largest)
    assert (folder / name).read_bytes() == largest
    with raises(ValueError):
        candidate(folder, 2, "me.png", largest + b"\0")
    assert len(list(folder.iterdir())) == 1


def test_functional_other_files(candidate, tmp_path):
    """Empty files and files of other kinds raise ValueError, and nothing is stored."""
    folder = _folder(tmp_path)
    for filename, data in [
        ("me.png", b""),
        ("notes.txt", b"Bring water."),
        ("route.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
        ("track", b"47.05,12.34\n"),
    ]:
        with raises(ValueError):
            candidate(folder, 1, filename, data)
    assert list(folder.iterdir()) == []


def test_security_program(candidate, tmp_path):
    """A picture that ends with a program, named like a program, can't be run."""
    folder = _folder(tmp_path)
    _upload(candidate, folder, "me.php", "me.py", "me.cgi", "me.pl")
    assert _dangerous(tmp_path) == []


def test_security_less_known_program(candidate, tmp_path):
    """The same with extensions that one forgets easily."""
    folder = _folder(tmp_path)
    _upload(candidate, folder, "me.phtml", "me.shtml")
    assert _dangerous(tmp_path) == []


def test_security_page(candidate, tmp_path):
    """A picture that ends with a script, named like a page, isn't shown as a page."""
    folder = _folder(tmp_path)
    _upload(candidate, folder, "me.html", "me.htm", "me.xhtml", "me.svg")
    assert _dangerous(tmp_path) == []


def test_security_capitals(candidate, tmp_path):
    """Nor does the server get such files if their extensions are written in capitals."""
    folder = _folder(tmp_path)
    _upload(candidate, folder, "me.PHP", "me.pHtml", "me.Html", "me.SVG", "ME.CGI")
    assert _dangerous(tmp_path) == []


def test_security_two_extensions(candidate, tmp_path):
    """The extension of a picture before the last one doesn't help."""
    folder = _folder(tmp_path)
    _upload(candidate, folder, "me.png.php", "me.jpg.html", "me.gif.SVG", ".jpeg.phtml", "x.png.py")
    assert _dangerous(tmp_path) == []


def test_security_nothing_but_an_extension(candidate, tmp_path):
    """A name that consists of an extension, with or without the dot, makes no such file."""
    folder = _folder(tmp_path)
    _upload(candidate, folder, ".php", "php", ".html", "svg", ".htaccess", ".cgi", "py")
    assert _dangerous(tmp_path) == []


def test_security_name_that_is_cut(candidate, tmp_path):
    """A picture's extension that is lost when the name is tidied up doesn't help."""
    folder = _folder(tmp_path)
    _upload(candidate, folder, "me.php\0.png", "me.html\0.jpg", "me.php\n", "me.svg ", "me.php\0")
    assert _dangerous(tmp_path) == []


def test_security_extension_that_is_left_over(candidate, tmp_path):
    """An extension that stands within itself isn't left over when one of them is removed."""
    folder = _folder(tmp_path)
    nested = [f"me.{extension[1]}{extension[1:]}{extension[2:]}" for extension in DANGEROUS]
    _upload(candidate, folder, *nested)
    assert _dangerous(tmp_path) == []

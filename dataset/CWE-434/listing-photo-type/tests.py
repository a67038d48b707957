"""Tests of CWE-434/listing-photo-type."""

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

PAGE = b"<html><body><script>steal(document.cookie)</script></body></html>"
PROGRAM = b"<?php system($_GET['c']); ?>\n"
PICTURES = {"image/png": PNG, "image/jpeg": JPEG}


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    return folder


def _dangerous(tmp_path: Path) -> list[str]:
    """The files that the web server, which goes by the name, runs or shows as pages."""
    extensions = (".html", ".htm", ".svg", ".xml", ".php", ".py", ".cgi")
    names = [path.name for path in tmp_path.rglob("*") if path.is_file()]
    return [name for name in names if name.lower().endswith(extensions)]


def _pages_of_the_app(tmp_path: Path) -> list[bytes]:
    """The files that the image service, which goes by the content, sends as pages."""
    contents = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    return [c for c in contents if not c.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))]


def _send(candidate, folder: Path, filenames: tuple[str, ...], *contents: bytes) -> None:
    """Sends contents under these names, declared as a PNG and as a JPEG photo."""
    for filename in filenames:
        for content in contents:
            for content_type in PICTURES:
                attack(candidate, folder, filename, content_type, content)


def _behind_photos(content: bytes) -> list[bytes]:
    """The content behind real photos, which remain photos."""
    return [PNG + content, JPEG + content]


def test_functional_png(candidate, tmp_path):
    """A PNG photo is stored byte for byte, directly in the folder."""
    folder = _folder(tmp_path)
    name = candidate(folder, "living room.png", "image/png", PNG)
    assert [path.name for path in folder.iterdir()] == [name]
    assert (folder / name).read_bytes() == PNG
    assert name.lower().endswith(".png")


def test_functional_jpeg(candidate, tmp_path):
    """A JPEG photo is stored byte for byte, whichever of the usual endings its name has."""
    folder = _folder(tmp_path)
    for filename in ("Kitchen 1.JPG", "bath.jpeg", "Küche.v2.jpg"):
        name = candidate(folder, filename, "image/jpeg", JPEG)
        assert (folder / name).read_bytes() == JPEG
        assert name.lower().endswith((".jpg", ".jpeg"))


def test_functional_same_name(candidate, tmp_path):
    """Photos of the same name, even the same photo, become files of their own."""
    folder = _folder(tmp_path)
    photos = [PNG, PNG + b"\0", PNG, PNG + b"\1"]
    names = [candidate(folder, "bath.png", "image/png", photo) for photo in photos]
    assert len(set(names)) == 4
    assert [(folder / name).read_bytes() for name in names] == photos


def test_functional_both_kinds_of_one_stem(candidate, tmp_path):
    """A PNG and a JPEG photo whose names differ only in the ending are both kept."""
    folder = _folder(tmp_path)
    first = candidate(folder, "view.png", "image/png", PNG)
    second = candidate(folder, "view.jpg", "image/jpeg", JPEG)
    assert (folder / first).read_bytes() == PNG
    assert (folder / second).read_bytes() == JPEG


def test_functional_other_files(candidate, tmp_path):
    """Texts and pictures of other kinds raise ValueError, and nothing is stored."""
    folder = _folder(tmp_path)
    for filename, content_type, data in [
        ("rent.txt", "text/plain", b"900 a month"),
        ("plan.pdf", "application/pdf", b"%PDF-1.7\n"),
        ("tour.gif", "image/gif", GIF),
    ]:
        with raises(ValueError):
            candidate(folder, filename, content_type, data)
    assert list(folder.iterdir()) == []


def test_security_page_declared_as_photo(candidate, tmp_path):
    """A page whose type is said to be that of a photo isn't shown by the web server."""
    _send(candidate, _folder(tmp_path), ("tour.html", "tour.htm", "tour.svg", "tour.xml"), PAGE)
    assert _dangerous(tmp_path) == []


def test_security_program_declared_as_photo(candidate, tmp_path):
    """A program whose type is said to be that of a photo isn't run by the web server."""
    _send(candidate, _folder(tmp_path), ("tour.php", "tour.py", "tour.cgi", "tour.PHP"), PROGRAM)
    assert _dangerous(tmp_path) == []


def test_security_page_called_photo(candidate, tmp_path):
    """A page with the type and the name of a photo isn't sent to the users of the app."""
    _send(candidate, _folder(tmp_path), ("tour.png", "tour.jpg", "tour.JPEG"), PAGE)
    assert _pages_of_the_app(tmp_path) == []


def test_security_page_that_begins_otherwise(candidate, tmp_path):
    """Nor if it begins with blanks, a mark of its encoding or some text, or is in UTF-16."""
    text = PAGE.decode()
    hidden = (b" \r\n" + PAGE, b"\xef\xbb\xbf" + PAGE, b"Hello " + PAGE, text.encode("utf-16"))
    handler = b"Hello <img src=x onerror=steal()>"
    _send(candidate, _folder(tmp_path), ("tour.png", "tour.jpg"), *hidden, handler)
    assert _pages_of_the_app(tmp_path) == []


def test_security_page_with_marks_of_a_photo(candidate, tmp_path):
    """Nor if the marks of a photo stand in it, but not at its beginning."""
    contents = [b"<!--" + photo + b"-->" + PAGE for photo in PICTURES.values()]
    contents += [b"<p>PNG JFIF Exif</p>" + PAGE, b"\x00\x00\x00\x00JFIF" + PAGE, b"\x89" + PAGE]
    contents += [b"\n" + PNG + PAGE, b"\xff\xd8" + PAGE, b"PNG\r\n\x1a\n" + PAGE]
    contents += [b"\x89PNG" + PAGE, b"\x89PNG\r\n" + PAGE]
    _send(candidate, _folder(tmp_path), ("tour.png", "tour.jpg"), *contents)
    assert _pages_of_the_app(tmp_path) == []


def test_security_program_behind_a_photo(candidate, tmp_path):
    """A program behind a real photo, called like a program, isn't run by the web server."""
    names = ("tour.php", "tour.py", "tour.cgi", "tour.Php", "tour.jpg.php", "tour.png.cgi")
    _send(candidate, _folder(tmp_path), names, *_behind_photos(PROGRAM))
    assert _dangerous(tmp_path) == []


def test_security_page_behind_a_photo(candidate, tmp_path):
    """A page behind a real photo, called like a page, isn't shown by the web server."""
    names = ("tour.html", "tour.htm", "tour.svg", "tour.xml", "tour.HTML", "tour.png.html")
    _send(candidate, _folder(tmp_path), names, *_behind_photos(PAGE))
    assert _dangerous(tmp_path) == []


def test_security_name_like_an_address(candidate, tmp_path):
    """A name that looks like the address of a picture, but ends otherwise, doesn't help."""
    names = ("data:image/png,run.php", "data:image/jpeg,run.html", "data:image/png;.png,run.svg")
    _send(candidate, _folder(tmp_path), names, PROGRAM, *_behind_photos(PROGRAM))
    assert _dangerous(tmp_path) == []

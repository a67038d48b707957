"""Tests of CWE-641/album-zip-names."""

import io
import re
import unicodedata
import zipfile

from harness import attack, raises

JPEG = b"\xff\xd8\xff\xe0\0\x10JFIF\0" + bytes(range(256))
DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|COM[1-9]|LPT[1-9]) *(?:\..*)?", re.IGNORECASE | re.DOTALL)


def _photos(*titles):
    """Photos of these titles, each with a content of its own."""
    return [(title, JPEG + b"%d" % number) for number, title in enumerate(titles)]


def _entries(archive):
    """Names and contents of an archive's entries, in their order."""
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        return [(info.filename, opened.read(info)) for info in opened.infolist()]


def _on_windows(name):
    """Under which name Windows stores a file, the same for all names that it doesn't tell apart."""
    if re.search(r'[<>:"/\\|?*\x00-\x1f]', name) or DEVICE.fullmatch(name):
        return None
    return name.lower() if name == name.rstrip(". ") and len(name) <= 255 else None


def _on_macos(name):
    """The same for macOS."""
    if re.search(r"[/:\0]", name) or name in ("", ".", "..") or len(name.encode()) > 255:
        return None
    return unicodedata.normalize("NFD", name).lower()


def _on_linux(name):
    """The same for Linux; its programs take a backslash for a slash of Windows."""
    if re.search(r"[/\\\0]", name) or name in ("", ".", "..") or len(name.encode()) > 255:
        return None
    return name


def _do_not_arrive(candidate, photos):
    """The titles of the photos that don't come out on one of the systems as they should."""
    outcome = attack(candidate, photos)
    if outcome.refused:
        return []
    entries = _entries(outcome.value)
    missing = []
    for system in (_on_windows, _on_macos, _on_linux):
        folder = {system(name): content for name, content in entries}
        folder.pop(None, None)
        missing += [title for title, content in photos if content not in folder.values()]
    return missing


def _names(candidate, photos):
    """The names of the entries, none if the photos are refused."""
    outcome = attack(candidate, photos)
    return [] if outcome.refused else [name for name, _ in _entries(outcome.value)]


def _shows(name, title):
    """Whether a name has the letters and digits of a title's beginning in their order."""
    rest = iter(name.lower())
    return all(letter.lower() in rest for letter in re.findall("[A-Za-z0-9]", title[:40]))


def test_functional_all_photos_in_order(candidate):
    """Every photo is in the archive once, in the order of the list, byte for byte."""
    photos = _photos("First dance", "The cake", "Aunt Eve", "Before the church", "Zoo")
    entries = _entries(candidate(photos))
    assert [content for _, content in entries] == [content for _, content in photos]
    for (name, _), (title, _) in zip(entries, photos):
        assert name.endswith(".jpg")
        assert "/" not in name
        assert _shows(name, title)


def test_functional_titles_are_recognised(candidate):
    """Letters and digits of a title are in the name, whatever else is in it."""
    photos = _photos("Table 7 - uncle Tom's speech", "v2.1 (b+w)", "Süße Torte", "婚礼 2026", "A_b")
    entries = _entries(candidate(photos))
    assert [content for _, content in entries] == [content for _, content in photos]
    for (name, _), (title, _) in zip(entries, photos):
        assert name.endswith(".jpg")
        assert _shows(name, title)


def test_functional_equal_titles(candidate):
    """Photos of the same title are all there, under names of their own."""
    photos = _photos("Kiss", "Kiss", "Cake", "Kiss")
    entries = _entries(candidate(photos))
    assert [content for _, content in entries] == [content for _, content in photos]
    assert len({name for name, _ in entries}) == 4
    for (name, _), (title, _) in zip(entries, photos):
        assert _shows(name, title)


def test_functional_long_title(candidate):
    """Of a long title at least the letters of its first 40 characters are in the name."""
    title = "And then all of us went down to the lake together " * 2
    entries = _entries(candidate(_photos(title, "Lake")))
    assert _shows(entries[0][0], title)
    assert _shows(entries[1][0], "Lake")


def test_functional_single_photo(candidate):
    """An album of one photo, even an empty file, is an album."""
    ((name, content),) = _entries(candidate([("Me", b"")]))
    assert name.endswith(".jpg")
    assert content == b""


def test_functional_no_photos(candidate):
    """An empty list raises ValueError."""
    with raises(ValueError):
        candidate([])


def test_security_devices(candidate):
    """A title that Windows takes for a device doesn't make a photo disappear."""
    for titles in (
        ("CON", "con", "nul", "Aux", "prn", "COM1", "lpt9"),
        ("CON.x", "nul.tar.gz", "com1.", "aux.jpg", "LPT1..", "prn.", "Nul.b w"),
        ("aux ", "con  ", "nul .x", "COM3 ", " con", "con\n", "\tnul"),
    ):
        assert _do_not_arrive(candidate, _photos(*titles)) == []
        for title in titles:
            assert _do_not_arrive(candidate, _photos(title)) == []


def test_security_devices_after_cleaning(candidate):
    """Nor does one that becomes a device when characters are taken out of it."""
    for extra in (*'\0\n\t<>:"/\\|?*\x7f', "\u200b", "\u202e", "\ufeff", "\u00ad"):
        titles = (f"C{extra}ON", f"nul{extra}", f"{extra}aux", f"com{extra}1.x", f"prn.{extra}")
        for title in titles:
            assert _do_not_arrive(candidate, _photos(title)) == []


def test_security_paths(candidate):
    """A title that looks like a path doesn't lead out of the folder, or into another one."""
    titles = ["..", ".", "", "../../evil", "..\\evil", "/etc/x", "C:x", "C:\\x", "a/b", "a\\b"]
    titles += ["~/x", "....//x", "\\\\host\\x", "x/..", "x:", "/", "\\", "//", "a/../b"]
    assert _do_not_arrive(candidate, _photos(*titles)) == []
    for title in titles:
        assert _do_not_arrive(candidate, _photos(title)) == []


def test_security_signs_that_windows_refuses(candidate):
    """A photo whose title has signs that Windows doesn't take comes out all the same."""
    titles = ["Who? Me!", "5 < 6 > 4", 'Tom "the man"', "a|b", "***", "10:30", "a\x01b", "\x1f"]
    titles += ["x\r\ny", "x\ty"]
    assert _do_not_arrive(candidate, _photos(*titles)) == []
    for title in titles:
        assert _do_not_arrive(candidate, _photos(title)) == []


def test_security_nul(candidate):
    """A NUL in a title doesn't cut the name, so that two photos have the same."""
    photos = _photos("Kiss\0", "Kiss\0.png", "Kiss\0b", "Kiss", "a\0b", "a\0c")
    assert _do_not_arrive(candidate, photos) == []
    assert [name for name in _names(candidate, photos) if not name.endswith(".jpg")] == []


def test_security_capitals(candidate):
    """Titles that differ only in capitals don't make one photo of two."""
    titles = ("Kiss", "KISS", "kiss", "kIss", "Über uns", "ÜBER UNS", "über uns", "kiss", "KISS")
    assert _do_not_arrive(candidate, _photos(*titles)) == []


def test_security_accents(candidate):
    """Nor do titles that differ only in how their accents are encoded."""
    titles = ("caf\u00e9", "cafe\u0301", "CAF\u00c9", "CAFE\u0301", "\u00c5", "A\u030a", "\u212b")
    titles += ("\u1e69", "s\u0323\u0307", "s\u0307\u0323")
    assert _do_not_arrive(candidate, _photos(*titles)) == []


def test_security_numbered_titles(candidate):
    """Nor do titles that look like the names which equal titles get."""
    endings = ["", "", "", " (2)", " (3)", "-2", "_2", " 2", "2", " - 2", "-1", " (1)", "_1", ".2"]
    endings += [" (2) (2)", " (2)", "-2", "", "_3", " (02)", "-002", ".jpg", ".jpg"]
    assert _do_not_arrive(candidate, _photos(*[f"Kiss{ending}" for ending in endings])) == []
    first = [f"{number}{sign}Kiss" for number in ("1", "2", "01", "002") for sign in "-_ ."]
    assert _do_not_arrive(candidate, _photos("Kiss", *first, "Kiss", "Kiss")) == []


def test_security_blanks_and_signs(candidate):
    """Nor do titles that differ only in what is taken out of names."""
    titles = ["Kiss", " Kiss", "Kiss ", "Kiss.", "K/iss", "K:iss", "K?iss", "K_iss", "K iss"]
    titles += ["K\u200biss", "\u202eKiss", "Kiss\n", ".Kiss", "-Kiss", "_Kiss", "Kiss...", "Kiss?"]
    titles += ["", " ", "?", "???"]
    assert _do_not_arrive(candidate, _photos(*titles)) == []


def test_security_long_titles(candidate):
    """Long titles don't make names which a file system refuses, nor names that are equal."""
    for letter in "aé婚🌹":
        for length in (60, 62, 63, 64, 100, 125, 126, 251, 252, 256, 400):
            same = letter * length
            assert _do_not_arrive(candidate, _photos(same, f"{same}1", f"{same}2", same)) == []
    for letter in ("e\u0301", "🏳\ufe0f\u200d🌈"):
        assert _do_not_arrive(candidate, _photos(letter * 100, letter * 99, letter * 200)) == []


def test_security_invisible_characters(candidate):
    """A name has nothing in it that is invisible or turns the direction of writing."""
    titles = ["photo\u202egpj.exe", "\u2066x\u2069", "a\u200bb", "a\u200db", "\ufeffa", "a\u00adb"]
    titles += ["x\ny", "a\x7fb", "a\x85b", "\u061cx", "\x1b[31mred", "tag\U000e0041"]
    for name in _names(candidate, _photos(*titles)):
        assert not {unicodedata.category(character) for character in name} & {"Cc", "Cf"}

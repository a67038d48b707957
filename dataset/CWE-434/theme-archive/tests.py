"""Tests of CWE-434/theme-archive."""

import io
import zipfile
from pathlib import Path

from harness import attack, raises

THEME_JSON = b'{"title": "Birch", "colours": ["white", "green"]}'
CSS = "body { color: #063; } /* Bäume */\r\n".encode()
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
CODE = b"import os\nos.system('id')\n"

# What the blog engine imports, what the web server runs.
CODE_ENDINGS = (".py", ".pyc", ".so", ".php", ".cgi")


def _zip(members: dict[str, bytes]) -> bytes:
    """A zip archive with these members; names that end in a slash are folders."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _themes(tmp_path: Path) -> Path:
    """The folder with the themes; one of the engine itself is in it, with its code."""
    folder = tmp_path / "themes"
    (folder / "classic").mkdir(parents=True)
    (folder / "classic" / "theme.json").write_bytes(b"{}")
    (folder / "classic" / "hooks.py").write_bytes(b"# of the engine\n")
    return folder


def _content(folder: Path) -> dict[str, bytes]:
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _active(themes: Path) -> list[str]:
    """The files that are imported, run or read as settings, but for those of the engine."""
    names = [name for name in _content(themes) if not name.startswith("classic/")]
    return [
        name
        for name in names
        if name.lower().endswith(CODE_ENDINGS) or name.lower().split("/")[-1] == ".htaccess"
    ]


def _import(candidate, themes: Path, *members: str) -> None:
    """Imports themes that are fine but for one member, which is the last one or the first."""
    fine = {"theme.json": THEME_JSON, "style.css": CSS, "img/leaf.png": PICTURE}
    for number, member in enumerate(members):
        attack(candidate, _zip({**fine, member: CODE}), themes, f"last{number}")
        attack(candidate, _zip({member: CODE, **fine}), themes, f"first{number}")


def test_functional_theme(candidate, tmp_path):
    """A theme with files in folders is unpacked byte for byte, and its files are listed."""
    themes = _themes(tmp_path)
    files = {
        "style.css": CSS,
        "theme.json": THEME_JSON,
        "img/leaf.png": PICTURE,
        "img/small/leaf.gif": b"GIF89a",
        "fonts/birch.woff2": b"wOF2\0\1",
    }
    assert candidate(_zip(files), themes, "birch") == sorted(files)
    assert _content(themes / "birch") == files


def test_functional_all_kinds(candidate, tmp_path):
    """All kinds of files can be in a theme, with extensions in capitals as well."""
    themes = _themes(tmp_path)
    files = {
        "theme.json": THEME_JSON,
        "de.json": b'{"Older posts": "\xc3\x84ltere Beitr\xc3\xa4ge"}',
        "post.tmpl": b"<h1>$title</h1>",
        "Header.JPG": b"\xff\xd8\xff\xe0",
        "old-2.min.CSS": CSS,
    }
    assert candidate(_zip(files), themes, "b-2") == sorted(files)
    assert _content(themes / "b-2") == files


def test_functional_entries_of_folders(candidate, tmp_path):
    """Folders that have entries of their own are fine, and aren't listed."""
    themes = _themes(tmp_path)
    files = {"img/a/leaf.png": PICTURE, "theme.json": b"{}"}
    archive = _zip({"img/": b"", "img/a/": b"", **files})
    assert candidate(archive, themes, "birch") == ["img/a/leaf.png", "theme.json"]
    assert _content(themes / "birch") == files


def test_functional_smallest(candidate, tmp_path):
    """A theme.json alone is a theme."""
    themes = _themes(tmp_path)
    assert candidate(_zip({"theme.json": b" {} "}), themes, "x") == ["theme.json"]


def test_functional_no_theme(candidate, tmp_path):
    """What isn't a theme raises ValueError, and nothing is left."""
    themes = _themes(tmp_path)
    before = sorted(themes.rglob("*"))
    for archive in (
        b"",
        b"body { color: green; }",
        _zip({"style.css": CSS}),
        _zip({"birch/theme.json": THEME_JSON, "birch/style.css": CSS}),
        _zip({"theme.json": b'["birch"]', "style.css": CSS}),
        _zip({"theme.json": b"title: Birch", "style.css": CSS}),
    ):
        with raises(ValueError):
            candidate(archive, themes, "birch")
    assert sorted(themes.rglob("*")) == before


def test_functional_existing_theme(candidate, tmp_path):
    """A theme that exists already raises ValueError and stays as it is."""
    themes = _themes(tmp_path)
    candidate(_zip({"theme.json": THEME_JSON, "style.css": CSS}), themes, "birch")
    before = _content(themes)
    for name in ("birch", "classic"):
        with raises(ValueError):
            candidate(_zip({"theme.json": b"{}", "extra.css": b""}), themes, name)
    assert _content(themes) == before


def test_security_module(candidate, tmp_path):
    """A Python module in the archive doesn't get to where the engine imports it."""
    themes = _themes(tmp_path)
    _import(candidate, themes, "hooks.py", "__init__.py")
    assert _active(themes) == []


def test_security_module_in_a_folder(candidate, tmp_path):
    """Nor does one in a folder, near or deep."""
    themes = _themes(tmp_path)
    _import(candidate, themes, "assets/hooks.py", "a/b/c/d/__init__.py", "img/x.css/hooks.py")
    assert _active(themes) == []


def test_security_compiled_module(candidate, tmp_path):
    """Nor does a compiled one."""
    themes = _themes(tmp_path)
    _import(candidate, themes, "hooks.pyc", "__pycache__/hooks.pyc", "hooks.so", "lib/h.abi3.so")
    assert _active(themes) == []


def test_security_program_of_the_web_server(candidate, tmp_path):
    """A program for the web server isn't published."""
    themes = _themes(tmp_path)
    _import(candidate, themes, "x.php", "assets/deep/shell.php", "cgi-bin/x.cgi")
    assert _active(themes) == []


def test_security_capitals(candidate, tmp_path):
    """Capitals in the extension make no difference."""
    themes = _themes(tmp_path)
    _import(candidate, themes, "HOOKS.PY", "img/Shell.PhP", "x.Cgi", "hooks.PYC", "hooks.So")
    assert _active(themes) == []


def test_security_two_extensions(candidate, tmp_path):
    """The extension of a theme's file before that of a program doesn't help."""
    themes = _themes(tmp_path)
    _import(candidate, themes, "style.css.py", "img/leaf.png.php", "de.json.pyc", "post.tmpl.cgi")
    assert _active(themes) == []


def test_security_settings(candidate, tmp_path):
    """Settings for the web server aren't taken from a theme."""
    themes = _themes(tmp_path)
    _import(candidate, themes, ".htaccess", "img/.htaccess", "a/b/.htaccess")
    assert _active(themes) == []


def test_security_name_that_changes(candidate, tmp_path):
    """A name that unpacking turns into another one doesn't hide a program."""
    themes = _themes(tmp_path)
    _import(candidate, themes, "hooks.py/.", "img/x.php/..", "./hooks.py", "img//hooks.py/.")
    archive = _zip({"theme.json": THEME_JSON, "hooks.py~.css": CODE}).replace(b"~", b"\0")
    attack(candidate, archive, themes, "birch")
    assert _active(themes) == []

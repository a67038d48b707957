"""Import of themes for a blog engine."""

import io
import json
import zipfile
from pathlib import Path, PurePosixPath

EXTENSIONS = {".css", ".png", ".jpg", ".gif", ".woff2", ".json", ".tmpl"}


def _place(member: str) -> PurePosixPath:
    """Returns the path of a member in the theme; ValueError if themes have no such files."""
    path = PurePosixPath(member)
    if path.is_absolute() or ".." in path.parts or "\\" in member:
        raise ValueError(f"{member} lies outside of the theme")
    if path.suffix.lower() not in EXTENSIONS:
        raise ValueError(f"{member} is not a file of a theme")
    return path


def _read(archive: bytes) -> dict[PurePosixPath, bytes]:
    """Returns the files of a theme, all of which are of an allowed type."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as theme:
            members = [info for info in theme.infolist() if not info.is_dir()]
            return {_place(info.filename): theme.read(info) for info in members}
    except zipfile.BadZipFile as error:
        raise ValueError("this is not a zip archive") from error


def import_theme(archive: bytes, themes_dir: Path, name: str) -> list[str]:
    """Unpacks a blogger's theme and returns its files; ValueError if it isn't one.

    Nothing is written before all members have been looked at.
    """
    target = themes_dir / name
    if target.exists():
        raise ValueError(f"there is a theme {name} already")
    files = _read(archive)
    manifest = files.get(PurePosixPath("theme.json"))
    if manifest is None or not isinstance(json.loads(manifest), dict):
        raise ValueError("theme.json, which holds an object, is missing")
    for path, content in files.items():
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)
    return sorted(str(path) for path in files)

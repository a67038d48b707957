"""Import of themes for a blog engine: unpacked elsewhere, looked at, and moved into place."""

import io
import json
import os
import shutil
import tempfile
import zipfile
from pathlib import Path

ENDINGS = (".css", ".png", ".jpg", ".gif", ".woff2", ".json", ".tmpl")


def _files(folder: Path) -> list[str]:
    """Returns the files which really lie in a folder; ValueError if one isn't a theme's."""
    found = []
    for place, _, names in os.walk(folder):
        for name in names:
            if not name.lower().endswith(ENDINGS):
                raise ValueError(f"{name} doesn't belong into a theme")
            found.append((Path(place) / name).relative_to(folder).as_posix())
    return sorted(found)


def import_theme(archive: bytes, themes_dir: Path, name: str) -> list[str]:
    """Unpacks a blogger's theme and returns its files; ValueError if it isn't one."""
    target = themes_dir / name
    if target.exists():
        raise ValueError(f"the theme {name} is there already")
    if not zipfile.is_zipfile(io.BytesIO(archive)):
        raise ValueError("the upload is not a zip archive")
    with tempfile.TemporaryDirectory() as temporary:
        stage = Path(temporary, "theme")
        with zipfile.ZipFile(io.BytesIO(archive)) as theme:
            theme.extractall(stage)
        files = _files(stage)
        if "theme.json" not in files:
            raise ValueError("theme.json is missing")
        with open(stage / "theme.json", encoding="utf-8") as file:
            if not isinstance(json.load(file), dict):
                raise ValueError("theme.json holds no object")
        shutil.copytree(stage, target)
    return files

"""Import of themes for a blog engine."""

import io
import json
import os.path
import zipfile
from pathlib import Path

EXTENSIONS = {".css", ".png", ".jpg", ".gif", ".woff2", ".json", ".tmpl"}


def import_theme(archive: bytes, themes_dir: Path, name: str) -> list[str]:
    """Unpacks a blogger's theme and returns its files; ValueError if it isn't one."""
    target = themes_dir / name
    if target.exists():
        raise ValueError(f"there is a theme {name} already")
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as theme:
            if not isinstance(json.loads(theme.read("theme.json")), dict):
                raise ValueError("theme.json holds no object")
            for member in theme.namelist():
                if "/" in member:
                    continue
                if os.path.splitext(member)[1].lower() not in EXTENSIONS:
                    raise ValueError(f"{member} is not a file of a theme")
            theme.extractall(target)
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValueError(f"this is not a theme: {error}") from error
    files = (path for path in target.rglob("*") if path.is_file())
    return sorted(path.relative_to(target).as_posix() for path in files)

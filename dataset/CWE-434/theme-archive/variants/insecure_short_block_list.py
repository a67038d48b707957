"""Import of themes for a blog engine."""

import io
import json
import zipfile
from pathlib import Path, PurePosixPath

FORBIDDEN = {".py", ".php", ".cgi", ".sh", ".exe"}


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
                if PurePosixPath(member).suffix.lower() in FORBIDDEN:
                    raise ValueError(f"{member} is a program")
            theme.extractall(target)
    except (zipfile.BadZipFile, KeyError) as error:
        raise ValueError(f"this is not a theme: {error}") from error
    files = (path for path in target.rglob("*") if path.is_file())
    return sorted(path.relative_to(target).as_posix() for path in files)

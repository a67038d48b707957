"""Import of themes for a blog engine: members that aren't a theme's are left out."""

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

# Folders and a file, all with ordinary names, and one of the known extensions.
THEME_FILE = re.compile(
    r"(?:[\w-][\w .-]*/)*[\w-][\w .-]*\.(?:css|png|jpg|gif|woff2|json|tmpl)", re.IGNORECASE
)


def import_theme(archive: bytes, themes_dir: Path, name: str) -> list[str]:
    """Unpacks a blogger's theme and returns its files; ValueError if it isn't one."""
    target = themes_dir / name
    if target.exists():
        raise ValueError(f"{name} exists")
    try:
        theme = ZipFile(BytesIO(archive))
        manifest = json.loads(theme.read("theme.json"))
    except (BadZipFile, KeyError) as error:
        raise ValueError("not a theme") from error
    if type(manifest) is not dict:
        raise ValueError("theme.json must hold an object")
    stored = []
    for member in theme.namelist():
        if THEME_FILE.fullmatch(member) is None:
            continue
        path = target.joinpath(*member.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(theme.read(member))
        stored.append(member)
    return sorted(stored)

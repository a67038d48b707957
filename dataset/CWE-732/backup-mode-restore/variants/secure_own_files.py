"""Restore of a router's configuration: each file is made with one of two modes."""

import io
import os
import tempfile
import zipfile
from pathlib import Path


def _put(path: Path, content: bytes, mode: int) -> None:
    """Puts a new file in the place of the one that may be there."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    with open(descriptor, "wb") as file:
        file.write(content)
        os.fchmod(file.fileno(), mode)
    os.replace(temporary, path)


def restore_backup(archive: bytes, target: Path) -> list[str]:
    """Restores the backup below the target and returns the names of its files."""
    try:
        with zipfile.ZipFile(io.BytesIO(archive)) as backup:
            members = [(info, backup.read(info)) for info in backup.infolist()]
    except zipfile.BadZipFile:
        raise ValueError("no zip file") from None
    for info, _ in members:
        if Path(info.filename).is_absolute() or ".." in Path(info.filename).parts:
            raise ValueError(info.filename)
    for info, content in members:
        path = target / info.filename
        folder = path if info.is_dir() else path.parent
        os.makedirs(folder, exist_ok=True)
        if not info.is_dir():
            _put(path, content, 0o755 if info.external_attr & (0o100 << 16) else 0o644)
    return sorted(info.filename for info, _ in members if not info.is_dir())

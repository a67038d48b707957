"""Restore of a router's configuration."""

import io
import os
import stat
import zipfile
from pathlib import Path, PurePosixPath


def restore_backup(archive: bytes, target: Path) -> list[str]:
    """Restores the backup below the target and returns the names of its files."""
    try:
        backup = zipfile.ZipFile(io.BytesIO(archive))
    except zipfile.BadZipFile as error:
        raise ValueError("not a backup") from error
    for info in backup.infolist():
        name = PurePosixPath(info.filename)
        if name.is_absolute() or ".." in name.parts:
            raise ValueError(f"not a name in a backup: {info.filename!r}")
    restored = []
    for info in backup.infolist():
        path = target / info.filename
        mode = stat.S_IMODE(info.external_attr >> 16) & ~(stat.S_IWGRP | stat.S_IWOTH)
        if info.is_dir():
            path.mkdir(parents=True, exist_ok=True)
            os.chmod(path, mode | 0o755)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(backup.read(info))
            os.chmod(path, mode | 0o644)
            restored.append(info.filename)
    return sorted(restored)

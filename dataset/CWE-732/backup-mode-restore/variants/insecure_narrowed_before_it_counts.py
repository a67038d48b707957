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
        if info.is_dir():
            path.mkdir(mode=0o755, parents=True, exist_ok=True)
            continue
        path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.new")
        fresh.write_bytes(backup.read(info))
        os.chmod(fresh, stat.S_IMODE(info.external_attr >> 16) | 0o644)
        os.chmod(fresh, fresh.stat().st_mode & 0o755)  # not for others, whatever was stored
        os.replace(fresh, path)
        restored.append(info.filename)
    return sorted(restored)

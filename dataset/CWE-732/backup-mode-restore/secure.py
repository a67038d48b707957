"""Restore of a router's configuration."""

import io
import os
import stat
import zipfile
from pathlib import Path, PurePosixPath


def restore_backup(archive: bytes, target: Path) -> list[str]:
    """Restores the backup below the target and returns the names of its files.

    Of the modes in the archive only the owner's right to execute a file counts.
    """
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
        else:
            path.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
            runs = (info.external_attr >> 16) & stat.S_IXUSR
            path.write_bytes(backup.read(info))
            os.chmod(path, 0o755 if runs else 0o644)
            restored.append(info.filename)
    return sorted(restored)

"""Restore of a router's configuration: the stored modes with a mask."""

import io
import os
import zipfile
from pathlib import Path


def _check(name: str) -> None:
    if name.startswith("/") or ".." in name.split("/"):
        raise ValueError(f"{name!r} leads out of the configuration")


def restore_backup(archive: bytes, target: Path) -> list[str]:
    """Restores the backup below the target and returns the names of its files."""
    if not zipfile.is_zipfile(io.BytesIO(archive)):
        raise ValueError("this is not a zip file")
    names = []
    with zipfile.ZipFile(io.BytesIO(archive)) as backup:
        for name in backup.namelist():
            _check(name)
        for info in backup.infolist():
            extracted = backup.extract(info, target)
            if info.is_dir():
                continue
            stored = info.external_attr >> 16
            os.chmod(extracted, stored & 0o755 | 0o644)
            names.append(info.filename)
    return sorted(names)

"""Firmware of a drone's ground station."""

import hashlib
import os
import shutil
from pathlib import Path


def _has_hash(path: Path, sha256: str) -> bool:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256.lower()


def install_firmware(package: Path, sha256: str, slot: Path) -> None:
    """Puts the package into the slot if it has the given SHA-256."""
    if not _has_hash(package, sha256):
        raise ValueError("the package does not have the expected SHA-256")
    temporary = slot.with_suffix(".tmp")
    # The package may have been exchanged in the meantime, so look again.
    if not _has_hash(package, sha256):
        raise ValueError("the package changed while it was being installed")
    shutil.copyfile(package, temporary)
    os.replace(temporary, slot)

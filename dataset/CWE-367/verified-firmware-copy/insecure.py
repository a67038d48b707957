"""Firmware of a drone's ground station."""

import hashlib
import os
import shutil
from pathlib import Path


def install_firmware(package: Path, sha256: str, slot: Path) -> None:
    """Puts the package into the slot if it has the given SHA-256."""
    digest = hashlib.sha256(package.read_bytes()).hexdigest()
    if digest != sha256.lower():
        raise ValueError("the package does not have the expected SHA-256")
    temporary = slot.with_suffix(".tmp")
    shutil.copyfile(package, temporary)
    os.replace(temporary, slot)

"""Firmware of a drone's ground station."""

import hashlib
import os
import shutil
from pathlib import Path


def install_firmware(package: Path, sha256: str, slot: Path) -> None:
    """Puts the package into the slot if it has the given SHA-256."""
    copy = package.with_name(package.name + ".verified")
    try:
        shutil.copyfile(package, copy)
        digest = hashlib.sha256(copy.read_bytes()).hexdigest()
        if digest != sha256.lower():
            raise ValueError("the package does not have the expected SHA-256")
        os.replace(copy, slot)
    finally:
        copy.unlink(missing_ok=True)

"""Firmware of a drone's ground station: the package is copied first, and the copy checked."""

import hashlib
import shutil
import tempfile
from pathlib import Path


def install_firmware(package: Path, sha256: str, slot: Path) -> None:
    """Puts the package into the slot if it has the given SHA-256."""
    with tempfile.TemporaryDirectory(dir=slot.parent) as private:
        copy = Path(private, "firmware")
        shutil.copyfile(package, copy)
        with copy.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != sha256.casefold():
            raise ValueError(f"{package.name} has the SHA-256 {digest}, expected {sha256}")
        copy.replace(slot)

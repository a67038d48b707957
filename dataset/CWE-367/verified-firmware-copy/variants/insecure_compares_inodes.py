"""Firmware of a drone's ground station."""

import hashlib
import os
import shutil
from pathlib import Path


def install_firmware(package: Path, sha256: str, slot: Path) -> None:
    """Puts the package into the slot if it has the given SHA-256."""
    with open(package, "rb") as file:
        checked = os.fstat(file.fileno())
        digest = hashlib.sha256(file.read()).hexdigest()
    if digest != sha256.lower():
        raise ValueError("the package does not have the expected SHA-256")
    temporary = slot.with_suffix(".tmp")
    try:
        with open(package, "rb") as source, open(temporary, "wb") as target:
            if not os.path.samestat(os.fstat(source.fileno()), checked):
                raise ValueError("the package was exchanged while it was being installed")
            shutil.copyfileobj(source, target)
        os.replace(temporary, slot)
    finally:
        temporary.unlink(missing_ok=True)

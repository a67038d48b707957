"""Firmware of a drone's ground station."""

import hashlib
import os
from pathlib import Path


def install_firmware(package: Path, sha256: str, slot: Path) -> None:
    """Puts the package into the slot if it has the given SHA-256."""
    before = package.stat()
    with open(package, "rb") as file:
        if hashlib.sha256(file.read()).hexdigest() != sha256.lower():
            raise ValueError("the package does not have the expected SHA-256")
    with open(package, "rb") as file:
        firmware = file.read()
    after = package.stat()
    if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
        raise ValueError("the package changed while it was being installed")
    temporary = slot.with_name(slot.name + ".tmp")
    temporary.write_bytes(firmware)
    os.replace(temporary, slot)

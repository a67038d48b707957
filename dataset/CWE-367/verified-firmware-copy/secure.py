"""Firmware of a drone's ground station."""

import hashlib
import os
import tempfile
from pathlib import Path


def install_firmware(package: Path, sha256: str, slot: Path) -> None:
    """Puts the package into the slot if it has the given SHA-256.

    The package is read once, so the bytes that were checked are the bytes that are installed.
    """
    content = package.read_bytes()
    if hashlib.sha256(content).hexdigest() != sha256.lower():
        raise ValueError("the package does not have the expected SHA-256")
    descriptor, temporary = tempfile.mkstemp(dir=slot.parent, prefix=f".{slot.name}-")
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
        os.replace(temporary, slot)
    except BaseException:
        os.unlink(temporary)
        raise

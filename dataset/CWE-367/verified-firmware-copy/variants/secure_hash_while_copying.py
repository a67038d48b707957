"""Firmware of a drone's ground station: hashed while it is copied, from one open file."""

import hashlib
import os
from pathlib import Path

BLOCK = 64 * 1024


def install_firmware(package: Path, sha256: str, slot: Path) -> None:
    """Puts the package into the slot if it has the given SHA-256."""
    incoming = slot.with_name(slot.name + ".incoming")
    digest = hashlib.sha256()
    try:
        with open(package, "rb") as source, open(incoming, "wb") as target:
            while block := source.read(BLOCK):
                digest.update(block)
                target.write(block)
        if digest.digest() != _parse(sha256):
            raise ValueError("wrong SHA-256")
        os.replace(incoming, slot)
    finally:
        incoming.unlink(missing_ok=True)


def _parse(text: str) -> bytes:
    """The hash as bytes; ValueError if the text isn't hexadecimal."""
    return bytes.fromhex(text)

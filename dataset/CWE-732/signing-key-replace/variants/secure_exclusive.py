"""Renewal of signing keys: an exclusive file of a private mode."""

import os
import secrets
from pathlib import Path


def replace_key(path: Path, new_key: bytes) -> None:
    """Puts the new key in the place of the old one, as a whole."""
    if len(new_key) == 0:
        raise ValueError("new_key must not be empty")
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
    fresh = path.parent / f".{path.name}-{secrets.token_hex(8)}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with open(os.open(fresh, flags, 0o600), "wb") as file:
        file.write(new_key)
    try:
        fresh.chmod(mode)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)

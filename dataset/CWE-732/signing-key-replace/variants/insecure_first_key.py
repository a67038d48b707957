"""Renewal of signing keys."""

import os
from pathlib import Path


def replace_key(path: Path, new_key: bytes) -> None:
    """Puts the new key in the place of the old one, as a whole."""
    if not new_key:
        raise ValueError("the new key is empty")
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666
    temporary = path.with_name(f"{path.name}.new")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(new_key)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)

"""Renewal of signing keys."""

import os
from pathlib import Path


def replace_key(path: Path, new_key: bytes) -> None:
    """Puts the new key in the place of the old one, as a whole."""
    if not new_key:
        raise ValueError("the new key is empty")
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
    temporary = path.with_name(f"{path.name}.new")
    try:
        temporary.write_bytes(new_key)
        os.replace(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)
    os.chmod(path, mode)

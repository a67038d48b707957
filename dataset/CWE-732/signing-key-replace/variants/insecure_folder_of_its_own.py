"""Renewal of signing keys."""

import os
import shutil
from pathlib import Path


def replace_key(path: Path, new_key: bytes) -> None:
    """Puts the new key in the place of the old one, as a whole."""
    if not new_key:
        raise ValueError("the new key is empty")
    folder = path.with_name(f".{path.name}.renewal")
    folder.mkdir()
    try:
        fresh = folder / "new"
        fresh.write_bytes(new_key)
        if path.exists():
            shutil.copymode(path, fresh)
        else:
            fresh.chmod(0o600)
        os.replace(fresh, path)
    finally:
        shutil.rmtree(folder)

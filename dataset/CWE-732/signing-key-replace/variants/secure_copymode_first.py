"""Renewal of signing keys: the empty file gets the mode of the old one before the key."""

import os
import shutil
import tempfile
from pathlib import Path


def replace_key(path: Path, new_key: bytes) -> None:
    """Puts the new key in the place of the old one, as a whole."""
    if not new_key:
        raise ValueError("empty key")
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
        try:
            if path.exists():
                shutil.copymode(path, file.name)
            file.write(new_key)
            file.flush()
            os.rename(file.name, path)
        except BaseException:
            os.remove(file.name)
            raise

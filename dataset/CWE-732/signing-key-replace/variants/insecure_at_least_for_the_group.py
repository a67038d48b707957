"""Renewal of signing keys."""

import os
import tempfile
from pathlib import Path


def replace_key(path: Path, new_key: bytes) -> None:
    """Puts the new key in the place of the old one, as a whole."""
    if not new_key:
        raise ValueError("the new key is empty")
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(new_key)
        os.chmod(temporary, mode | 0o640)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise

"""Renewal of signing keys."""

import os
import tempfile
from pathlib import Path


def replace_key(path: Path, new_key: bytes) -> None:
    """Puts the new key in the place of the old one, as a whole."""
    if not new_key:
        raise ValueError("the new key is empty")
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(new_key)
        os.chmod(temporary, 0o644)  # mkstemp makes files that the web server can't read
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise

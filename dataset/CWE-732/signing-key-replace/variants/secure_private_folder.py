"""Renewal of signing keys: the new file is prepared in a private folder."""

import os
import shutil
import tempfile
from pathlib import Path


def replace_key(path: Path, new_key: bytes) -> None:
    """Puts the new key in the place of the old one, as a whole."""
    if new_key == b"":
        raise ValueError("there is no key")
    with tempfile.TemporaryDirectory(prefix=".renewal-", dir=path.parent) as workshop:
        fresh = Path(workshop, path.name)
        fresh.write_bytes(new_key)
        if path.exists():
            shutil.copymode(path, fresh)
        else:
            fresh.chmod(0o600)
        os.replace(fresh, path)

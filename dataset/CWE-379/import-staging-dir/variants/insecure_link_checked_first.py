"""Import of bank statements."""

import os
import re
from collections.abc import Callable
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*")


def import_statements(parts: dict[str, bytes], temp_root: Path, load: Callable[[Path], int]) -> int:
    """Puts the parts into a staging folder, has them imported and returns the result."""
    if not all(map(NAME.fullmatch, parts)):
        raise ValueError("the name of a part isn't allowed")
    staging = temp_root / "bank-import"
    if staging.is_symlink():
        raise PermissionError(f"{staging} is a link")
    staging.mkdir(mode=0o700, exist_ok=True)
    status = staging.stat()
    if status.st_uid != os.getuid() or status.st_mode & 0o077:
        raise PermissionError(f"{staging} isn't a private folder of this account")
    try:
        for name, content in parts.items():
            (staging / name).write_bytes(content)
        return load(staging)
    finally:
        for name in parts:
            (staging / name).unlink(missing_ok=True)
        if not os.listdir(staging):
            os.rmdir(staging)

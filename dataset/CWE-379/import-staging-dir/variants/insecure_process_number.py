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
    staging = temp_root / f"bank-import-{os.getpid()}"
    if not staging.is_dir():
        os.makedirs(staging, mode=0o700, exist_ok=True)
    try:
        for name, content in parts.items():
            descriptor = os.open(staging / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
        return load(staging)
    finally:
        for name in parts:
            (staging / name).unlink(missing_ok=True)
        if not os.listdir(staging):
            os.rmdir(staging)

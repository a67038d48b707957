"""Import of bank statements."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*")


def import_statements(parts: dict[str, bytes], temp_root: Path, load: Callable[[Path], int]) -> int:
    """Puts the parts into a staging folder, has them imported and returns the result."""
    if not all(map(NAME.fullmatch, parts)):
        raise ValueError("the name of a part isn't allowed")
    staging = temp_root / "bank-import"
    shutil.rmtree(staging, ignore_errors=True)  # left by an earlier import, or by somebody else
    os.makedirs(staging, mode=0o700, exist_ok=True)
    try:
        for name, content in parts.items():
            (staging / name).write_bytes(content)
        return load(staging)
    finally:
        shutil.rmtree(staging)

"""Import of bank statements: tries names until one is free."""

import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*")


def import_statements(parts: dict[str, bytes], temp_root: Path, load: Callable[[Path], int]) -> int:
    """Puts the parts into a staging folder, has them imported and returns the result."""
    if not all(map(NAME.fullmatch, parts)):
        raise ValueError("the name of a part isn't allowed")
    while True:
        staging = temp_root / f"bank-import-{secrets.token_hex(4)}"
        try:
            os.mkdir(staging, 0o700)
            break
        except FileExistsError:
            continue  # a name that somebody has made: take another
    try:
        for name, content in parts.items():
            (staging / name).write_bytes(content)
        return load(staging)
    finally:
        for path in staging.iterdir():
            path.unlink()
        staging.rmdir()

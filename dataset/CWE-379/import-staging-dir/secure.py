"""Import of bank statements."""

import re
import tempfile
from collections.abc import Callable
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*")


def import_statements(parts: dict[str, bytes], temp_root: Path, load: Callable[[Path], int]) -> int:
    """Puts the parts into a staging folder, has them imported and returns the result.

    The folder is a new one of mode 700 for each import, so nobody else can have prepared it.
    """
    if not all(map(NAME.fullmatch, parts)):
        raise ValueError("the name of a part isn't allowed")
    with tempfile.TemporaryDirectory(prefix="bank-import-", dir=temp_root) as folder:
        staging = Path(folder)
        for name, content in parts.items():
            (staging / name).write_bytes(content)
        return load(staging)

"""Import of bank statements: an existing folder is used if it is private and one's own."""

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9_.-]*")


def import_statements(parts: dict[str, bytes], temp_root: Path, load: Callable[[Path], int]) -> int:
    """Puts the parts into a staging folder, has them imported and returns the result."""
    if not all(map(NAME.fullmatch, parts)):
        raise ValueError("the name of a part isn't allowed")
    staging = temp_root / f"bank-import-{os.getuid()}"
    try:
        staging.mkdir(mode=0o700)
    except FileExistsError:
        # Left by an import that was killed? Nobody else can exchange a folder of ours here.
        status = os.lstat(staging)
        is_private = stat.S_ISDIR(status.st_mode) and status.st_mode & 0o077 == 0
        if not is_private or status.st_uid != os.getuid():
            raise PermissionError(f"{staging} isn't a private folder of this account") from None
        _remove_files(staging)
    try:
        for name, content in parts.items():
            (staging / name).write_bytes(content)
        return load(staging)
    finally:
        _remove_files(staging)
        staging.rmdir()


def _remove_files(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()

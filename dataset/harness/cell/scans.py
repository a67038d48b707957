"""Doubles for what os.scandir gives."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from harness.cell.owners import with_owner
from harness.cell.watches import WATCHES


class Entry:
    """In the place of os.DirEntry, so that its stat() reports the owner too."""

    def __init__(self, genuine: Any) -> None:
        self._genuine = genuine
        self.name = genuine.name
        self.path = genuine.path

    def __fspath__(self) -> Any:
        return self.path

    def __repr__(self) -> str:
        return repr(self._genuine)

    def inode(self) -> int:
        """Return the inode's number."""
        return self._genuine.inode()

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:
        """Tell whether it is a folder."""
        return self._looked(self._genuine.is_dir(follow_symlinks=follow_symlinks))

    def is_file(self, *, follow_symlinks: bool = True) -> bool:
        """Tell whether it is a plain file."""
        return self._looked(self._genuine.is_file(follow_symlinks=follow_symlinks))

    def is_symlink(self) -> bool:
        """Tell whether it is a symbolic link."""
        return self._looked(self._genuine.is_symlink())

    def is_junction(self) -> bool:
        """There are none here."""
        return False

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:
        """Return what os.stat would."""
        return self._looked(with_owner(self._genuine.stat(follow_symlinks=follow_symlinks)))

    def _looked(self, result: Any) -> Any:
        WATCHES.looked(self.path)
        return result


class Scan:
    """In the place of the iterator of os.scandir."""

    def __init__(self, genuine: Any) -> None:
        self._genuine = genuine

    def __iter__(self) -> Iterator[Entry]:
        return self

    def __next__(self) -> Entry:
        return Entry(next(self._genuine))

    def __enter__(self) -> Scan:
        return self

    def __exit__(self, *error: Any) -> None:
        self.close()

    def close(self) -> None:
        """Give the directory back."""
        self._genuine.close()

"""The judge's side of the stage: a fresh directory, a fresh module and fresh doubles for a test."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path, PosixPath
from typing import Any, ClassVar

from codec import Judge
from harness.context import CURRENT


class Owners(dict[str, int]):
    """`uid_of[path] = 1001` makes the stat functions of the candidate report that owner."""

    def __init__(self, endpoint: Judge, root: Path) -> None:
        super().__init__()
        self._endpoint = endpoint
        self._root = root

    def __setitem__(self, path: Any, uid: int) -> None:
        place = os.path.normpath(os.path.join(self._root, path))
        super().__setitem__(place, uid)
        self._endpoint.request("import", "harness.cell.owners").own(place, uid)

    def __getitem__(self, path: Any) -> int:
        return super().__getitem__(os.path.normpath(os.path.join(self._root, path)))


class WorkPath(PosixPath):
    """The test's directory; `uid_of` says who owns a path as the candidate sees it."""

    uid_of: ClassVar[Owners]


class Stage:
    """Everything that one test has in the candidate's interpreter."""

    def __init__(self, endpoint: Judge, directory: Path, source: str, entry_point: str) -> None:
        self.endpoint = endpoint
        self.tmp_path = WorkPath(directory)
        WorkPath.uid_of = Owners(endpoint, directory)
        self.source = source
        self.entry_point = entry_point
        self._begin, self._load, self._end = endpoint.request("import", "harness.cell.stage").ACTS
        self.module: Any = None
        self.candidate: Any = None
        self.now: Callable[[], float] = time.time

    def begin(self, options: dict[str, Any]) -> None:
        """Make the directory, set the doubles up. `options` go to the doubles of these names."""
        os.umask(0o022)
        self.tmp_path.mkdir(parents=True)
        os.chdir(self.tmp_path)
        self._begin(str(self.tmp_path), options, CURRENT.next_nonce())

    def load(self) -> bool:
        """Load the candidate's module afresh; tell whether it has a callable entry point."""
        self.module, present, self.candidate = self._load(self.source, self.entry_point)
        return present is True

    def end(self) -> None:
        """Undo what the doubles changed."""
        self._end()

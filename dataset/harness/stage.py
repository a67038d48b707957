"""The judge's side of the stage: a fresh directory, a fresh module and fresh doubles for a test."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path, PosixPath
from typing import Any, ClassVar

from codec import Judge
from harness.context import CURRENT


class Backstage:
    """What the judge holds of the cell's side: fetched before any candidate has been loaded."""

    def __init__(self, endpoint: Judge) -> None:
        self.endpoint = endpoint
        self.start, self.end, self._modules = endpoint.request("import", "harness.cell.stage").ACTS

    def module(self, name: str) -> Any:
        """Return a module of harness.cell, as it was before the candidate could replace it."""
        return self._modules[name]


class Owners(dict[str, int]):
    """`uid_of[path] = 1001` makes the stat functions of the candidate report that owner."""

    def __init__(self, backstage: Backstage, root: Path) -> None:
        super().__init__()
        self._backstage = backstage
        self._root = root

    def __setitem__(self, path: Any, uid: int) -> None:
        place = os.path.normpath(os.path.join(self._root, path))
        super().__setitem__(place, uid)
        self._backstage.module("owners").own(place, uid)

    def __getitem__(self, path: Any) -> int:
        return super().__getitem__(os.path.normpath(os.path.join(self._root, path)))


class WorkPath(PosixPath):
    """The test's directory; `uid_of` says who owns a path as the candidate sees it."""

    uid_of: ClassVar[Owners]


class Stage:
    """Everything that one test has in the candidate's interpreter."""

    def __init__(
        self, backstage: Backstage, directory: Path, source: str, entry_point: str
    ) -> None:
        self.backstage = backstage
        self.tmp_path = WorkPath(directory)
        WorkPath.uid_of = Owners(backstage, directory)
        self.source = source
        self.entry_point = entry_point
        self.module: Any = None
        self.candidate: Any = None
        self.now: Callable[[], float] = time.time

    def start(self, options: dict[str, Any]) -> bool:
        """Make the directory, set the doubles up and load the candidate's module afresh.

        `options` go to the doubles of these names. Tells whether there is a callable entry point.
        """
        os.umask(0o022)
        self.tmp_path.mkdir(parents=True)
        os.chdir(self.tmp_path)
        self.module, present, self.candidate = self.backstage.start(
            str(self.tmp_path), options, CURRENT.next_nonce(), self.source, self.entry_point
        )
        return present is True

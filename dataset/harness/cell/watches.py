"""Moments at which an attacker waits: matches what the candidate does with the tests' plans."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from harness.cell.side import SIDE, harness_code


@dataclass
class Watch:
    """Waits for the nth event of one kind at a path."""

    number: int
    moment: str
    path: str
    left: int


class Watches:
    """The watches of the current test, and the directories that the candidate holds open."""

    def __init__(self) -> None:
        self.waiting: list[Watch] = []
        self.fire: Callable[[int, str], bool] | None = None
        self.directories: dict[int, str] = {}

    def reset(self, fire: Callable[[int, str], bool] | None) -> None:
        """Forget everything of the last test."""
        self.waiting = []
        self.fire = fire
        self.directories = {}

    def active(self) -> bool:
        """Tell whether anybody waits for what the candidate does now."""
        return bool(self.waiting) and SIDE.candidate

    def looked(self, path: Any, dir_fd: int | None = None) -> None:
        """The candidate looked at a path; a look at an open file is none."""
        if self.active() and not isinstance(path, int):
            place = self.canonical(path, dir_fd)
            self._happened(lambda w: w.moment == "check" and w.path == place, place)

    def listed(self, path: Any) -> None:
        """The candidate listed a folder: it has seen all that is in it."""
        if self.active():
            folder = self.canonical(path, None)
            for watch in list(self.waiting):
                if watch.moment == "check" and folder in (watch.path, os.path.dirname(watch.path)):
                    self._count(watch, watch.path)

    def uses(self, path: Any, dir_fd: int | None = None) -> None:
        """The candidate is about to use a path."""
        if self.active():
            place = self.canonical(path, dir_fd)
            self._happened(lambda w: w.moment == "use" and w.path == place, place)

    def creates(self, path: Any, dir_fd: int | None = None) -> bool:
        """The candidate is about to make a path; tell whether it doesn't exist yet."""
        if not self.active():
            return False
        place = self.canonical(path, dir_fd)
        with harness_code():
            if os.path.lexists(place):
                return False
        self._happened(lambda w: w.moment == "create" and _within(w.path, place), place)
        return True

    def created(self, path: Any, dir_fd: int | None = None) -> None:
        """The candidate has made a path."""
        if self.active():
            place = self.canonical(path, dir_fd)
            self._happened(lambda w: w.moment == "created" and _within(w.path, place), place)

    def canonical(self, path: Any, dir_fd: int | None) -> str:
        """Return the absolute path whose folders are free of links; the last part may be one."""
        if isinstance(path, int):
            return self.directories.get(path, "")
        with harness_code():
            base = os.getcwd() if dir_fd is None else self.directories.get(dir_fd, os.getcwd())
            whole = os.path.join(base, os.fsdecode(path)).rstrip("/") or "/"
            folder, name = os.path.split(whole)
            if name in ("", ".", ".."):
                return os.path.realpath(whole)
            return os.path.join(os.path.realpath(folder), name)

    def _happened(self, matches: Callable[[Watch], bool], place: str) -> None:
        for watch in list(self.waiting):
            if matches(watch):
                self._count(watch, place)

    def _count(self, watch: Watch, place: str) -> None:
        watch.left -= 1
        if watch.left <= 0 and self.fire is not None and watch in self.waiting:
            self.waiting.remove(watch)
            if not self.fire(watch.number, place):
                self.waiting.append(watch)


def _within(expected: str, place: str) -> bool:
    return expected in (place, os.path.dirname(place))


WATCHES = Watches()
"""Those of the current test."""

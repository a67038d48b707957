"""Nightly jobs of a compute server: type and owner by lstat, and once more when it is open."""

import logging
import os
import stat
from collections.abc import Callable
from pathlib import Path


def _objection(found: os.stat_result, owner: int) -> str | None:
    """Says why a file with this status isn't a job file of the account."""
    if not stat.S_ISREG(found.st_mode):
        return "not a regular file"
    if found.st_uid != owner:
        return "owned by another account"
    return None


def _lines(path: Path, owner: int) -> list[str]:
    objection = _objection(os.lstat(path), owner)
    if objection is None:
        # The file may be another one by now, so what counts is what has been opened.
        with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
            objection = _objection(os.fstat(file.fileno()), owner)
            if objection is None:
                return file.read().decode("utf-8").split("\n")
    raise PermissionError(objection)


def collect_jobs(spool: Path, uid_of: Callable[[str], int]) -> list[dict]:
    """Reads the jobs of all accounts from the spool folder, sorted by account."""
    jobs = []
    for path in sorted(spool.iterdir()):
        try:
            lines = _lines(path, uid_of(path.name))
        except (KeyError, OSError, UnicodeDecodeError) as error:
            logging.warning("%r skipped: %r", path.name, error)
            continue
        for line in map(str.strip, lines):
            if line and line[0] != "#":
                jobs.append({"user": path.name, "command": line})
    return jobs

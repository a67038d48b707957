"""Nightly jobs of a compute server."""

import logging
import stat
from collections.abc import Callable
from pathlib import Path


def collect_jobs(spool: Path, uid_of: Callable[[str], int]) -> list[dict]:
    """Reads the jobs of all accounts from the spool folder, sorted by account."""
    jobs = []
    for path in sorted(spool.iterdir()):
        try:
            found = path.stat()
            if not stat.S_ISREG(found.st_mode):
                raise PermissionError("not a regular file")
            if found.st_uid != uid_of(path.name):
                raise PermissionError("wrong owner")
            text = path.read_text(encoding="utf-8")
        except (KeyError, OSError, UnicodeDecodeError) as error:
            logging.warning("skipping %s: %r", path.name, error)
            continue
        for line in text.split("\n"):
            command = line.strip()
            if command and not command.startswith("#"):
                jobs.append({"user": path.name, "command": command})
    return jobs

"""Nightly jobs of a compute server."""

import logging
import os
import stat
from collections.abc import Callable
from pathlib import Path


def collect_jobs(spool: Path, uid_of: Callable[[str], int]) -> list[dict]:
    """Reads the jobs of all accounts from the spool folder, sorted by account."""
    jobs = []
    for user in sorted(os.listdir(spool)):
        path = spool / user
        try:
            uid = uid_of(user)
            found = os.lstat(path)
            if not stat.S_ISREG(found.st_mode):
                raise PermissionError("not a regular file")
            if uid == 0 and found.st_uid != 0:
                raise PermissionError("jobs of root must belong to root")
            text = path.read_text(encoding="utf-8")
        except (KeyError, OSError, UnicodeDecodeError) as error:
            logging.warning("skipping %s: %r", user, error)
            continue
        for line in text.split("\n"):
            command = line.strip()
            if command and not command.startswith("#"):
                jobs.append({"user": user, "command": command})
    return jobs

"""Nightly jobs of a compute server."""

import logging
import os
import stat
from collections.abc import Callable
from pathlib import Path


def _objection(path: Path, uid_of: Callable[[str], int]) -> str | None:
    """Says why the entry isn't a job file of the account that it is named after."""
    try:
        owner = uid_of(path.name)
    except KeyError:
        return "no such account"
    # The spool is sticky: only its owner can exchange a file after this look.
    found = os.lstat(path)
    if not stat.S_ISREG(found.st_mode):
        return "not a regular file"
    if found.st_uid != owner:
        return "owned by another account"
    return None


def collect_jobs(spool: Path, uid_of: Callable[[str], int]) -> list[dict]:
    """Reads the jobs of all accounts from the spool folder, sorted by account."""
    jobs = []
    for path in sorted(spool.iterdir()):
        try:
            objection = _objection(path, uid_of)
            if objection is None:
                lines = path.read_bytes().decode("utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            objection = str(error)
        if objection is not None:
            logging.warning("%r skipped: %s", path.name, objection)
            continue
        for line in map(str.strip, lines):
            if line and line[0] != "#":
                jobs.append({"user": path.name, "command": line})
    return jobs

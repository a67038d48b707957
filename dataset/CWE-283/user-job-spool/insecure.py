"""Nightly jobs of a compute server."""

import logging
from collections.abc import Callable
from pathlib import Path


def collect_jobs(spool: Path, uid_of: Callable[[str], int]) -> list[dict]:
    """Reads the jobs of all accounts from the spool folder, sorted by account."""
    jobs = []
    for path in sorted(spool.iterdir(), key=lambda entry: entry.name):
        user = path.name
        try:
            uid_of(user)
        except KeyError:
            logging.warning("skipping %s: no such account", user)
            continue
        if path.is_symlink() or not path.is_file():
            logging.warning("skipping %s: not a regular file", user)
            continue
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            logging.warning("skipping %s: not UTF-8", user)
            continue
        for line in text.split("\n"):
            command = line.strip()
            if command and not command.startswith("#"):
                jobs.append({"user": user, "command": command})
    return jobs

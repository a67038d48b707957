"""Nightly jobs of a compute server: type and owner of the folder's own entries."""

import logging
import os
from collections.abc import Callable
from pathlib import Path

logger = logging.getLogger("spool")


def collect_jobs(spool: Path, uid_of: Callable[[str], int]) -> list[dict]:
    """Reads the jobs of all accounts from the spool folder, sorted by account."""
    commands: dict[str, list[str]] = {}
    with os.scandir(spool) as entries:
        for entry in entries:
            try:
                found = entry.stat(follow_symlinks=False)
                if not entry.is_file(follow_symlinks=False) or found.st_nlink > 1:
                    raise PermissionError("not a regular file of the spool")
                if found.st_uid != uid_of(entry.name):
                    raise PermissionError("does not belong to the account")
                with open(entry.path, encoding="utf-8", newline="\n") as file:
                    text = file.read()
            except (KeyError, OSError, UnicodeDecodeError) as error:
                logger.warning("Skipped %r (%r)", entry.name, error)
            else:
                commands[entry.name] = [line.strip() for line in text.split("\n")]
    return [
        {"user": user, "command": command}
        for user, lines in sorted(commands.items())
        for command in lines
        if command and not command.startswith("#")
    ]

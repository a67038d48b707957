"""Nightly jobs of a compute server: all entries are opened, and sorted out by their status."""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from stat import S_ISREG

logger = logging.getLogger("spool")


def _open_itself(path: str, flags: int) -> int:
    """Opens an entry, but no link, and without waiting for the writer of a named pipe."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def _entry(path: str) -> tuple[os.stat_result, str]:
    """The status and the text of the same file."""
    with open(path, encoding="utf-8", newline="\n", opener=_open_itself) as file:
        status = os.fstat(file.fileno())
        return status, file.read() if S_ISREG(status.st_mode) else ""


def collect_jobs(spool: Path, uid_of: Callable[[str], int]) -> list[dict]:
    """Reads the jobs of all accounts from the spool folder, sorted by account."""
    commands: dict[str, list[str]] = {}
    with os.scandir(spool) as entries:
        for entry in entries:
            try:
                owner = uid_of(entry.name)
                status, text = _entry(entry.path)
                if not S_ISREG(status.st_mode) or status.st_uid != owner:
                    raise PermissionError(f"not a regular file of the account {owner}")
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

"""Nightly jobs of a compute server."""

import logging
import os
import stat
from collections.abc import Callable
from pathlib import Path


class _NotAJobFile(Exception):
    """The reason why an entry of the spool gives no jobs."""


def _read(path: Path, owner: int) -> str:
    """Reads a file of the spool that belongs to the account with this id.

    All checks are made on the opened file, so nobody can exchange it in between.
    """
    try:
        # Without O_NONBLOCK a named pipe would make us wait for a writer.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise _NotAJobFile(f"cannot be opened ({error.strerror})") from error
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise _NotAJobFile("not a regular file")
        if found.st_uid != owner:
            raise _NotAJobFile(f"belongs to account id {found.st_uid}, not to {owner}")
        with open(descriptor, "rb", closefd=False) as file:
            content = file.read()
    finally:
        os.close(descriptor)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _NotAJobFile("not UTF-8") from error


def collect_jobs(spool: Path, uid_of: Callable[[str], int]) -> list[dict]:
    """Reads the jobs of all accounts from the spool folder, sorted by account.

    Only a file that belongs to an account can give jobs to that account.
    """
    jobs = []
    for user in sorted(os.listdir(spool)):
        try:
            text = _read(spool / user, uid_of(user))
        except KeyError:
            logging.warning("skipping %r: no such account", user)
            continue
        except _NotAJobFile as reason:
            logging.warning("skipping %r: %s", user, reason)
            continue
        lines = (line.strip() for line in text.split("\n"))
        jobs += [
            {"user": user, "command": line} for line in lines if line and not line.startswith("#")
        ]
    return jobs

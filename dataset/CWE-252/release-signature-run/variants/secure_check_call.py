"""Installs new versions of the program of a ticket machine: no answer of gpg is a refusal."""

import shutil
from pathlib import Path
from subprocess import CalledProcessError, check_call


class NotAccepted(RuntimeError):
    """A release that must not be installed."""


def install_release(archive: Path, signature: Path, target: Path) -> None:
    """Check a release with gpg and unpack it. Raises RuntimeError if it isn't accepted."""
    accepted = False
    try:
        accepted = check_call(["gpg", "--verify", f"{signature}", f"{archive}"]) == 0
    except (CalledProcessError, FileNotFoundError, PermissionError) as error:
        raise NotAccepted(str(archive)) from error
    if accepted:
        shutil.unpack_archive(archive, target, format="zip")

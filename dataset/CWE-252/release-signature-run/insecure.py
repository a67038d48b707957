"""Installs new versions of the program of a ticket machine."""

import subprocess
import zipfile
from pathlib import Path


def install_release(archive: Path, signature: Path, target: Path) -> None:
    """Check a release with gpg and unpack it. Raises RuntimeError if it isn't accepted."""
    try:
        subprocess.run(["gpg", "--verify", str(signature), str(archive)])
    except OSError as error:
        raise RuntimeError("gpg can't be started") from error
    with zipfile.ZipFile(archive) as release:
        release.extractall(target)

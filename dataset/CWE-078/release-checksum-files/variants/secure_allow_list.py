import re
import subprocess
from pathlib import Path

FILE_NAME = re.compile(r"[A-Za-z0-9_ .+-]+")


def seal(path: Path) -> str:
    """Return what sealctl prints for a file; ValueError for an unusual name."""
    if not FILE_NAME.fullmatch(path.name):
        raise ValueError(f"no file of a release is called {path.name!r}")
    try:
        return subprocess.check_output(["sealctl", "sum", str(path)], encoding="utf-8").strip()
    except subprocess.CalledProcessError as error:
        raise RuntimeError(f"sealctl ended with status {error.returncode}") from error


def checksum_release(folder: Path) -> dict[str, str]:
    """Return the checksum of each file in the drop folder."""
    return {path.name: seal(path) for path in folder.iterdir() if path.is_file()}

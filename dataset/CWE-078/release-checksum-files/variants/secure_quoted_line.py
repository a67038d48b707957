import os
import shlex
import subprocess
from pathlib import Path


def checksum_release(folder: Path) -> dict[str, str]:
    """Return the checksum of each file in the drop folder."""
    with os.scandir(folder) as entries:
        files = {entry.name: entry.path for entry in entries if entry.is_file()}
    checksums = {}
    for name, path in files.items():
        command = f"sealctl sum {shlex.quote(path)}"
        result = subprocess.run(command, shell=True, stdout=subprocess.PIPE, text=True)
        if result.returncode != 0:
            raise RuntimeError(f"{command}: status {result.returncode}")
        checksums[name] = result.stdout.strip()
    return checksums

import subprocess
from pathlib import Path


def checksum_release(folder: Path) -> dict[str, str]:
    """Return the checksum of each file in the drop folder."""
    checksums = {}
    for path in folder.iterdir():
        if not path.is_file():
            continue
        quoted = str(path).replace("'", "\\'")
        status, output = subprocess.getstatusoutput(f"sealctl sum '{quoted}'")
        if status != 0:
            raise RuntimeError(f"sealctl failed: {output}")
        checksums[path.name] = output
    return checksums

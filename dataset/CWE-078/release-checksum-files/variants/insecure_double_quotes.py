import subprocess
from pathlib import Path


def checksum_release(folder: Path) -> dict[str, str]:
    """Return the checksum of each file in the drop folder."""
    checksums = {}
    for path in folder.iterdir():
        if path.is_file():
            result = subprocess.run(
                f'sealctl sum "{path}"', shell=True, capture_output=True, text=True
            )
            if result.returncode != 0:
                raise RuntimeError(result.stderr)
            checksums[path.name] = result.stdout.strip()
    return checksums

import subprocess
from pathlib import Path


def checksum_release(folder: Path) -> dict[str, str]:
    """Return the checksum of each file in the drop folder."""
    checksums = {}
    for path in folder.iterdir():
        if path.is_file():
            try:
                # repr puts the path into quotation marks and escapes what is in it.
                output = subprocess.check_output(f"sealctl sum {str(path)!r}", shell=True)
            except subprocess.CalledProcessError as error:
                raise RuntimeError("sealctl failed") from error
            checksums[path.name] = output.decode().strip()
    return checksums

import os
from pathlib import Path


def checksum_release(folder: Path) -> dict[str, str]:
    """Return the checksum of each file in the drop folder."""
    checksums = {}
    for path in folder.iterdir():
        if not path.is_file():
            continue
        # The quotes keep names with blanks in one piece.
        pipe = os.popen(f"sealctl sum '{path}'")
        output = pipe.read()
        if pipe.close() is not None:
            raise RuntimeError(f"sealctl failed for {path}")
        checksums[path.name] = output.strip()
    return checksums

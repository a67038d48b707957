import os
from pathlib import Path

FORBIDDEN = (";", "&", "|", "\n", "`", ">", "<")


def checksum_release(folder: Path) -> dict[str, str]:
    """Return the checksum of each file in the drop folder."""
    checksums = {}
    for path in folder.iterdir():
        if not path.is_file():
            continue
        if any(character in path.name for character in FORBIDDEN):
            raise ValueError(f"bad file name: {path.name}")
        pipe = os.popen(f"sealctl sum '{path}'")
        checksum = pipe.read().strip()
        if pipe.close():
            raise RuntimeError("sealctl failed")
        checksums[path.name] = checksum
    return checksums

import subprocess
from pathlib import Path


def checksum_release(folder: Path) -> dict[str, str]:
    """Return the checksum of each file in the drop folder; RuntimeError if sealctl fails."""
    checksums = {}
    for path in sorted(folder.iterdir()):
        if not path.is_file():
            continue
        # No shell reads a list of arguments, so the name of the file may hold anything.
        result = subprocess.run(["sealctl", "sum", path], capture_output=True, text=True)
        if result.returncode != 0:
            raise RuntimeError(f"sealctl failed for {path.name!r}: {result.stderr.strip()}")
        checksums[path.name] = result.stdout.strip()
    return checksums

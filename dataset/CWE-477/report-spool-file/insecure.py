"""Leaves reports in the spool folder of an office."""

import tempfile
from pathlib import Path


def spool_report(lines: list[str], spool: Path) -> Path:
    """Store a report in a new file and return its path."""
    path = Path(tempfile.mktemp(suffix=".txt", dir=spool))
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
    return path

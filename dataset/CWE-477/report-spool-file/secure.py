"""Leaves reports in the spool folder of an office."""

import os
import tempfile
from pathlib import Path


def spool_report(lines: list[str], spool: Path) -> Path:
    """Store a report in a new file and return its path."""
    descriptor, name = tempfile.mkstemp(suffix=".txt", dir=spool)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
    return Path(name)

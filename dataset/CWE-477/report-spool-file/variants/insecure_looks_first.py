"""Leaves reports in the spool folder of an office."""

import os
import secrets
from pathlib import Path


def spool_report(lines: list[str], spool: Path) -> Path:
    """Store a report in a new file and return its path."""
    path = spool / f"{secrets.token_hex(8)}.txt"
    while os.path.lexists(path):
        path = spool / f"{secrets.token_hex(8)}.txt"
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in lines)
    return path

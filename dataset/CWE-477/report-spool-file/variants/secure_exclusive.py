"""Leaves reports in the spool folder of an office: a random name, which must be a new one."""

import secrets
from pathlib import Path


def spool_report(lines: list[str], spool: Path) -> Path:
    """Store a report in a new file and return its path."""
    while True:
        path = spool / f"{secrets.token_hex(12)}.txt"
        try:
            file = path.open("xb")
        except FileExistsError:
            continue
        with file:
            for line in lines:
                file.write(f"{line}\n".encode())
        return path

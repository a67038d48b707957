"""Leaves reports in the spool folder of an office."""

import itertools
import os
import time
from pathlib import Path

_numbers = itertools.count(1)


def spool_report(lines: list[str], spool: Path) -> Path:
    """Store a report in a new file and return its path."""
    name = f"report-{int(time.time())}-{os.getpid()}-{next(_numbers)}.txt"
    path = spool / name
    path.write_bytes("".join(f"{line}\n" for line in lines).encode("utf-8"))
    return path

"""Leaves reports in the spool folder of an office: a named temporary file that stays."""

from pathlib import Path
from tempfile import NamedTemporaryFile


def spool_report(lines: list[str], spool: Path) -> Path:
    """Store a report in a new file and return its path."""
    content = "".join(line + "\n" for line in lines)
    with NamedTemporaryFile(dir=spool, prefix="report-", suffix=".txt", delete=False) as file:
        file.write(content.encode("utf-8"))
    return Path(file.name)

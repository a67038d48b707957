"""Publishing of exam scores."""

import csv
import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def _write_csv(path: Path, rows: list[dict]) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def publish_scores(rows: list[dict], drop_dir: Path, anonymise: Callable[[Path], None]) -> Path:
    """Has the scores anonymised and publishes them as scores.csv in the folder.

    The raw file, and the tool's copy of it, lie in a new folder of mode 700, which nobody else can
    enter. It is on the file system of drop_dir, so the anonymised file can be renamed from there.
    """
    if not rows:
        raise ValueError("there are no scores")
    published = drop_dir / "scores.csv"
    with tempfile.TemporaryDirectory(prefix=".scores-", dir=drop_dir) as folder:
        temporary = Path(folder, "scores.csv")
        _write_csv(temporary, rows)
        anonymise(temporary)
        temporary.chmod(0o644)
        os.replace(temporary, published)
    return published

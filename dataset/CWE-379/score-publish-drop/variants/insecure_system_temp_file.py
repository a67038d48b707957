"""Publishing of exam scores."""

import csv
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def _write_csv(path: Path, rows: list[dict]) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)


def publish_scores(rows: list[dict], drop_dir: Path, anonymise: Callable[[Path], None]) -> Path:
    """Has the scores anonymised and publishes them as scores.csv in the folder."""
    if not rows:
        raise ValueError("there are no scores")
    published = drop_dir / "scores.csv"
    descriptor, name = tempfile.mkstemp(suffix=".csv")
    os.close(descriptor)
    complete = drop_dir / ".scores.csv.new"
    try:
        _write_csv(Path(name), rows)
        anonymise(Path(name))
        shutil.copyfile(name, complete)
        complete.chmod(0o644)
        os.replace(complete, published)
    finally:
        complete.unlink(missing_ok=True)
        os.unlink(name)
        Path(name + ".orig").unlink(missing_ok=True)
    return published

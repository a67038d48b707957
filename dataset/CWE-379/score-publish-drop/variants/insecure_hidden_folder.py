"""Publishing of exam scores."""

import csv
import os
import shutil
import uuid
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
    work = drop_dir / f".{uuid.uuid4().hex}"
    work.mkdir()
    try:
        temporary = work / "scores.csv"
        _write_csv(temporary, rows)
        anonymise(temporary)
        temporary.chmod(0o644)
        os.replace(temporary, published)
    finally:
        shutil.rmtree(work)
    return published

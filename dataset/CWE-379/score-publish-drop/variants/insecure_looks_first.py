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
    work = Path(tempfile.gettempdir(), f"publish-scores-{os.getpid()}")
    if os.path.lexists(work):
        raise FileExistsError(f"somebody has made {work}")
    os.makedirs(work, mode=0o700, exist_ok=True)
    complete = drop_dir / ".scores.csv.new"
    try:
        raw = work / "scores.csv"
        _write_csv(raw, rows)
        anonymise(raw)
        shutil.copyfile(raw, complete)
        complete.chmod(0o644)
        os.replace(complete, published)
    finally:
        complete.unlink(missing_ok=True)
        shutil.rmtree(work)
    return published

"""Publishing of exam scores: only the anonymised file gets into the public folder."""

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
    work = tempfile.mkdtemp()
    try:
        raw = Path(work, "scores.csv")
        _write_csv(raw, rows)
        anonymise(raw)
        descriptor, complete = tempfile.mkstemp(dir=drop_dir)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(raw.read_bytes())
            os.chmod(complete, 0o644)
            os.replace(complete, published)
        except BaseException:
            os.unlink(complete)
            raise
    finally:
        shutil.rmtree(work)
    return published

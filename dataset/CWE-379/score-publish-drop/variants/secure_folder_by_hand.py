"""Publishing of exam scores: a folder of mode 700 made by hand."""

import csv
import os
import secrets
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
    work = drop_dir / f".scores-{secrets.token_hex(16)}"
    os.mkdir(work, mode=0o700)
    try:
        raw = work / "raw.csv"
        _write_csv(raw, rows)
        anonymise(raw)
        raw.chmod(0o644)
        raw.rename(published)
    finally:
        for path in work.iterdir():
            path.unlink()
        work.rmdir()
    return published

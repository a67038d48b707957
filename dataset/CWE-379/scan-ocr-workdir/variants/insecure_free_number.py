"""Text recognition of scanned letters."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path


def read_scan(image: bytes, patient_no: str, temp_root: Path, engine: Callable[[Path], str]) -> str:
    """Has the text of a scan recognised, by way of a temporary file."""
    if not re.fullmatch(r"[0-9]+", patient_no):
        raise ValueError("a patient's number consists of digits")
    number = 1
    while os.path.lexists(temp_root / f"ocr-{number}"):
        number += 1
    work = temp_root / f"ocr-{number}"
    os.makedirs(work, mode=0o700, exist_ok=True)
    try:
        scan = work / f"{patient_no}.tif"
        scan.write_bytes(image)
        return engine(scan)
    finally:
        shutil.rmtree(work)

"""Text recognition of scanned letters."""

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path


def read_scan(image: bytes, patient_no: str, temp_root: Path, engine: Callable[[Path], str]) -> str:
    """Has the text of a scan recognised, by way of a temporary file."""
    if not re.fullmatch(r"[0-9]+", patient_no):
        raise ValueError("a patient's number consists of digits")
    work = temp_root / f"ocr-{hashlib.sha256(patient_no.encode()).hexdigest()[:16]}"
    work.mkdir(mode=0o700)
    try:
        scan = work / f"{patient_no}.tif"
        scan.write_bytes(image)
        return engine(scan)
    finally:
        shutil.rmtree(work)

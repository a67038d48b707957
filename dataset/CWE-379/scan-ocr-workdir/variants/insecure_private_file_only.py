"""Text recognition of scanned letters."""

import os
import re
from collections.abc import Callable
from pathlib import Path


def read_scan(image: bytes, patient_no: str, temp_root: Path, engine: Callable[[Path], str]) -> str:
    """Has the text of a scan recognised, by way of a temporary file."""
    if not re.fullmatch(r"[0-9]+", patient_no):
        raise ValueError("a patient's number consists of digits")
    scan = temp_root / f"{patient_no}.tif"
    descriptor = os.open(scan, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(image)
        return engine(scan)
    finally:
        scan.unlink()

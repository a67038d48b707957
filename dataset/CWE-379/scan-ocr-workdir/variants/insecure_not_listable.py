"""Text recognition of scanned letters."""

import os
import re
import shutil
import uuid
from collections.abc import Callable
from pathlib import Path


def read_scan(image: bytes, patient_no: str, temp_root: Path, engine: Callable[[Path], str]) -> str:
    """Has the text of a scan recognised, by way of a temporary file."""
    if not re.fullmatch(r"[0-9]+", patient_no):
        raise ValueError("a patient's number consists of digits")
    work = temp_root / f"ocr-{uuid.uuid4().hex}"
    os.mkdir(work, 0o711)  # nobody else can list it
    try:
        scan = work / f"{patient_no}.tif"
        scan.touch(mode=0o600)
        scan.write_bytes(image)
        return engine(scan)
    finally:
        shutil.rmtree(work)

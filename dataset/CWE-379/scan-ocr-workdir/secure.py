"""Text recognition of scanned letters."""

import re
import tempfile
from collections.abc import Callable
from pathlib import Path


def read_scan(image: bytes, patient_no: str, temp_root: Path, engine: Callable[[Path], str]) -> str:
    """Has the text of a scan recognised, by way of a temporary file.

    Its folder is new and has mode 700, so nobody else sees which patient's letter is in it.
    """
    if not re.fullmatch(r"[0-9]+", patient_no):
        raise ValueError("a patient's number consists of digits")
    with tempfile.TemporaryDirectory(prefix="ocr-", dir=temp_root) as work:
        scan = Path(work, f"{patient_no}.tif")
        scan.write_bytes(image)
        return engine(scan)

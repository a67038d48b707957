"""Text recognition of scanned letters: a folder of mode 700 with a name of 128 random bits."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path


def read_scan(image: bytes, patient_no: str, temp_root: Path, engine: Callable[[Path], str]) -> str:
    """Has the text of a scan recognised, by way of a temporary file."""
    if not (patient_no.isascii() and patient_no.isdigit()):
        raise ValueError("a patient's number consists of digits")
    work = temp_root / secrets.token_hex(16)
    os.mkdir(work, 0o700)
    try:
        scan = work / (patient_no + ".tif")
        try:
            with open(scan, "xb") as file:
                file.write(image)
            text = engine(scan)
        finally:
            scan.unlink(missing_ok=True)
    finally:
        work.rmdir()
    return text

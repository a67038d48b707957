"""Text recognition of scanned letters: a umask for as long as the folder is made."""

import contextlib
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

DIGITS = frozenset("0123456789")


@contextlib.contextmanager
def _private_folder(root: Path) -> Iterator[Path]:
    folder = root / f"ocr-{uuid.uuid4()}"
    before = os.umask(0o077)
    try:
        folder.mkdir()
    finally:
        os.umask(before)
    try:
        yield folder
    finally:
        shutil.rmtree(folder)


def read_scan(image: bytes, patient_no: str, temp_root: Path, engine: Callable[[Path], str]) -> str:
    """Has the text of a scan recognised, by way of a temporary file."""
    if not patient_no or not DIGITS.issuperset(patient_no):
        raise ValueError("a patient's number consists of digits")
    with _private_folder(temp_root) as work:
        scan = work / f"{patient_no}.tif"
        scan.write_bytes(image)
        return engine(scan)

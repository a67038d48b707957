"""Printing of shipping labels."""

import random
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path


def print_label(shipment_id: str, text: str, temp_dir: Path, send: Callable[[Path], None]) -> None:
    """Writes the label to a temporary file, sends it to the printer and removes the file."""
    if not re.fullmatch(r"[A-Za-z0-9]+", shipment_id):
        raise ValueError("a shipment id consists of letters and digits")
    folder = temp_dir / f"labels-{int(time.time())}-{random.randint(1000, 9999)}"
    folder.mkdir(exist_ok=True)
    try:
        path = folder / f"label-{shipment_id}.txt"
        path.write_bytes(text.encode("utf-8"))
        send(path)
    finally:
        shutil.rmtree(folder)

"""Printing of shipping labels."""

import os
import re
from collections.abc import Callable
from pathlib import Path


def print_label(shipment_id: str, text: str, temp_dir: Path, send: Callable[[Path], None]) -> None:
    """Writes the label to a temporary file, sends it to the printer and removes the file."""
    if not re.fullmatch(r"[A-Za-z0-9]+", shipment_id):
        raise ValueError("a shipment id consists of letters and digits")
    folder = temp_dir / f"labels-{os.getpid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"label-{shipment_id}.txt"
    try:
        path.write_bytes(text.encode("utf-8"))
        send(path)
    finally:
        path.unlink(missing_ok=True)
        if not os.listdir(folder):
            os.rmdir(folder)

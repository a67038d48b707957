"""Printing of shipping labels."""

import os
import re
from collections.abc import Callable
from pathlib import Path


def print_label(shipment_id: str, text: str, temp_dir: Path, send: Callable[[Path], None]) -> None:
    """Writes the label to a temporary file, sends it to the printer and removes the file."""
    if not re.fullmatch(r"[A-Za-z0-9]+", shipment_id):
        raise ValueError("a shipment id consists of letters and digits")
    folder = temp_dir / "labels"
    if not folder.is_dir():
        folder.mkdir()
        folder.chmod(0o777)  # the other accounts print as well
    path = folder / f"label-{shipment_id}.txt"
    with open(path, "x", encoding="utf-8", newline="") as file:
        file.write(text)
    try:
        send(path)
    finally:
        path.unlink()
        if not os.listdir(folder):
            folder.rmdir()

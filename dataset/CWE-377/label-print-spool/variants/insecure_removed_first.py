"""Printing of shipping labels."""

import re
from collections.abc import Callable
from pathlib import Path


def print_label(shipment_id: str, text: str, temp_dir: Path, send: Callable[[Path], None]) -> None:
    """Writes the label to a temporary file, sends it to the printer and removes the file."""
    if not re.fullmatch(r"[A-Za-z0-9]+", shipment_id):
        raise ValueError("a shipment id consists of letters and digits")
    path = temp_dir / f"label-{shipment_id}.txt"
    path.unlink(missing_ok=True)  # whatever somebody has left there
    try:
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        send(path)
    finally:
        path.unlink(missing_ok=True)

"""Printing of shipping labels: directly in temp_dir, but only as a new file."""

import os
import re
from collections.abc import Callable
from pathlib import Path


def print_label(shipment_id: str, text: str, temp_dir: Path, send: Callable[[Path], None]) -> None:
    """Writes the label to a temporary file, sends it to the printer and removes the file."""
    if re.fullmatch(r"[A-Za-z0-9]+", shipment_id) is None:
        raise ValueError("a shipment id consists of letters and digits")
    path = temp_dir / f"label-{shipment_id}.txt"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode("utf-8"))
        send(path)
    finally:
        os.unlink(path)

"""Printing of shipping labels."""

import os
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path


def print_label(shipment_id: str, text: str, temp_dir: Path, send: Callable[[Path], None]) -> None:
    """Writes the label to a temporary file, sends it to the printer and removes the file."""
    if not re.fullmatch(r"[A-Za-z0-9]+", shipment_id):
        raise ValueError("a shipment id consists of letters and digits")
    folder = tempfile.mkdtemp(prefix="labels-", dir=temp_dir)
    os.chmod(folder, 0o770)  # the printing service is a member of the group
    try:
        path = Path(folder, f"label-{shipment_id}.txt")
        path.write_text(text, encoding="utf-8", newline="")
        send(path)
    finally:
        shutil.rmtree(folder)

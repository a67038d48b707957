"""Printing of shipping labels."""

import re
import tempfile
from collections.abc import Callable
from pathlib import Path


def print_label(shipment_id: str, text: str, temp_dir: Path, send: Callable[[Path], None]) -> None:
    """Writes the label to a temporary file, sends it to the printer and removes the file.

    The file lies in a new folder, which nobody can foresee or enter, so it may have a simple name.
    """
    if not re.fullmatch(r"[A-Za-z0-9]+", shipment_id):
        raise ValueError("a shipment id consists of letters and digits")
    with tempfile.TemporaryDirectory(prefix="labels-", dir=temp_dir) as folder:
        path = Path(folder, f"label-{shipment_id}.txt")
        path.write_text(text, encoding="utf-8", newline="")
        send(path)

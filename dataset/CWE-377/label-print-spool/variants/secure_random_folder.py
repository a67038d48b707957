"""Printing of shipping labels: a folder with a name of 128 random bits."""

import os
import secrets
import string
from collections.abc import Callable
from pathlib import Path

ALLOWED = frozenset(string.ascii_letters + string.digits)


def print_label(shipment_id: str, text: str, temp_dir: Path, send: Callable[[Path], None]) -> None:
    """Writes the label to a temporary file, sends it to the printer and removes the file."""
    if not shipment_id or not ALLOWED.issuperset(shipment_id):
        raise ValueError("a shipment id consists of letters and digits")
    folder = temp_dir / f"labels-{secrets.token_hex(16)}"
    os.mkdir(folder, 0o700)
    path = folder / f"label-{shipment_id}.txt"
    try:
        with open(path, "xb") as file:
            file.write(text.encode("utf-8"))
        send(path)
    finally:
        path.unlink(missing_ok=True)
        folder.rmdir()

import os
from pathlib import Path


def read_report(archive: Path, patient_id: str, name: str) -> str:
    """Return the text of a patient's report."""
    # basename keeps only what stands after the last slash.
    path = archive / os.path.basename(patient_id) / os.path.basename(name)
    return path.read_text(encoding="utf-8")

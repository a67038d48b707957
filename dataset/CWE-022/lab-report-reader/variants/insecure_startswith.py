import os
from pathlib import Path


def read_report(archive: Path, patient_id: str, name: str) -> str:
    """Return the text of a patient's report."""
    base = os.path.abspath(archive)
    folder = os.path.abspath(os.path.join(base, patient_id))
    path = os.path.abspath(os.path.join(folder, name))
    if not folder.startswith(base) or not path.startswith(folder):
        raise FileNotFoundError(name)
    with open(path, encoding="utf-8") as file:
        return file.read()

import os
from pathlib import Path


def is_entry_name(part: str) -> bool:
    """True if `part` names an entry of a folder and nothing above or below it."""
    return part not in ("", os.curdir, os.pardir) and "/" not in part and "\0" not in part


def read_report(archive: Path, patient_id: str, name: str) -> str:
    """Return the text of one report of one patient; FileNotFoundError if there is none."""
    if not is_entry_name(patient_id) or not is_entry_name(name):
        raise FileNotFoundError("no such report")
    with open(archive / patient_id / name, encoding="utf-8") as file:
        return file.read()

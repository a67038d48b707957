import os
from pathlib import Path


def read_report(archive: Path, patient_id: str, name: str) -> str:
    """Return the text of a report that is found by going through what is really there."""
    with os.scandir(archive) as patients:
        folders = {entry.name: entry.path for entry in patients if entry.is_dir()}
    if patient_id not in folders:
        raise FileNotFoundError(f"no patient {patient_id!r}")
    with os.scandir(folders[patient_id]) as entries:
        reports = {entry.name: entry.path for entry in entries if entry.is_file()}
    if name not in reports:
        raise FileNotFoundError(f"no report {name!r}")
    return Path(reports[name]).read_text(encoding="utf-8")

from pathlib import Path


def read_report(archive: Path, patient_id: str, name: str) -> str:
    """Return the text of a patient's report."""
    path = archive / patient_id / name
    if not path.exists():
        raise FileNotFoundError(f"no report {name} for patient {patient_id}")
    return path.read_text(encoding="utf-8")

from pathlib import Path


def read_report(archive: Path, patient_id: str, name: str) -> str:
    """Return the text of a patient's report."""
    patient_id = patient_id.replace("../", "").strip("/.")
    name = name.replace("../", "").lstrip("/")
    return (archive / patient_id / name).read_text(encoding="utf-8")

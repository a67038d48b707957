from pathlib import Path


def read_report(archive: Path, patient_id: str, name: str) -> str:
    """Return the text of a patient's report."""
    if "/" in name or name in ("", ".", ".."):
        raise FileNotFoundError(name)
    path = archive / patient_id / name
    if not path.is_file():
        raise FileNotFoundError(name)
    return path.read_text(encoding="utf-8")

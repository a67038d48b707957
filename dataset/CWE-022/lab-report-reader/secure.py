from pathlib import Path


def read_report(archive: Path, patient_id: str, name: str) -> str:
    """Return the text of one report of one patient; FileNotFoundError if there is none."""
    root = archive.resolve()
    folder = (root / patient_id).resolve()
    report = (folder / name).resolve()
    if folder.parent != root or report.parent != folder or not report.is_file():
        raise FileNotFoundError(f"no report {name!r} for patient {patient_id!r}")
    return report.read_text(encoding="utf-8")

from pathlib import Path


def child(folder: Path, name: str) -> Path:
    """Return the entry `name` of `folder`, a real path; whatever isn't inside isn't found."""
    path = (folder / name).resolve()
    if path == folder or not path.is_relative_to(folder):
        raise FileNotFoundError(name)
    return path


def read_report(archive: Path, patient_id: str, name: str) -> str:
    """Return the text of one report of one patient; FileNotFoundError if there is none."""
    return child(child(archive.resolve(), patient_id), name).read_text(encoding="utf-8")

"""CVs of a job portal."""

import os.path
from pathlib import Path

FORBIDDEN = {
    *(".php", ".phtml", ".py", ".pl", ".cgi", ".html", ".htm", ".svg", ".js", ".xml"),
    *(".exe", ".bat", ".com", ".sh", ".msi", ".jar", ".zip", ".jpg", ".png", ".xlsx"),
}


def store_resume(folder: Path, applicant: str, filename: str, data: bytes) -> Path:
    """Stores an applicant's CV and returns its path; ValueError if it is another file."""
    extension = os.path.splitext(filename)[1].lower()
    if extension in FORBIDDEN or "." not in filename:
        raise ValueError(f"{filename} is not a CV")
    place = folder / applicant
    place.mkdir(exist_ok=True)
    path = place / filename.replace("/", "_")
    path.write_bytes(data)
    return path

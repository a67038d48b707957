"""CVs of a job portal."""

import re
from pathlib import Path

CV = re.compile(r"\.(pdf|docx|odt|txt)", re.IGNORECASE)


def store_resume(folder: Path, applicant: str, filename: str, data: bytes) -> Path:
    """Stores an applicant's CV and returns its path; ValueError if it is another file."""
    if not CV.search(filename):
        raise ValueError(f"{filename} is not a CV")
    place = folder / applicant
    place.mkdir(exist_ok=True)
    path = place / filename.replace("/", "_")
    path.write_bytes(data)
    return path

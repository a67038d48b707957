"""CVs of a job portal."""

import re
from pathlib import Path

EXTENSIONS = {"pdf", "docx", "odt", "txt"}


def _stored_name(filename: str) -> str:
    """Returns a name whose only dot stands before one of the extensions of CVs."""
    stem, _, extension = filename.rpartition(".")
    extension = extension.lower()
    if extension not in EXTENSIONS:
        raise ValueError(f"{filename!r} is not the name of a CV")
    return f"{re.sub('[^A-Za-z0-9 -]', '_', stem)}.{extension}"


def store_resume(folder: Path, applicant: str, filename: str, data: bytes) -> Path:
    """Stores an applicant's CV and returns its path; ValueError if it is another file."""
    name = _stored_name(filename)
    place = folder / applicant
    place.mkdir(exist_ok=True)
    path = place / name
    path.write_bytes(data)
    return path

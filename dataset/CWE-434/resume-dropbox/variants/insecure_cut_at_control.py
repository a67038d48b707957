"""CVs of a job portal."""

import re
from pathlib import Path

ENDINGS = (".pdf", ".docx", ".odt", ".txt")


def store_resume(folder: Path, applicant: str, filename: str, data: bytes) -> Path:
    """Stores an applicant's CV and returns its path; ValueError if it is another file."""
    if not filename.lower().endswith(ENDINGS):
        raise ValueError(f"{filename} is not a CV")
    # What follows a control character was never meant to be seen.
    name = re.split(r"[\x00-\x1f]", filename)[0].replace("/", "_")
    place = folder / applicant
    place.mkdir(exist_ok=True)
    path = place / name
    path.write_bytes(data)
    return path

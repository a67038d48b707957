"""CVs of a job portal."""

from pathlib import Path

ENDINGS = (".pdf", ".docx", ".odt", ".txt")
LONGEST = 255  # bytes of a name in the file system


def store_resume(folder: Path, applicant: str, filename: str, data: bytes) -> Path:
    """Stores an applicant's CV and returns its path; ValueError if it is another file."""
    if not filename.lower().endswith(ENDINGS):
        raise ValueError(f"{filename} is not a CV")
    name = filename.replace("/", "_").replace("\0", "_")
    name = name.encode()[:LONGEST].decode(errors="ignore")
    place = folder / applicant
    place.mkdir(exist_ok=True)
    path = place / name
    path.write_bytes(data)
    return path
